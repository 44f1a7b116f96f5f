//! Units: currencies, percent, lengths of time and measures, as they stand beside a number.

use crate::model::FigureKind;
use crate::text::phrase::{Phrase, lower};

/// What one of a number is, where the words beside it say so.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Unit {
    /// ISO 4217, or `dollar` where nothing says whose.
    Money(&'static str),
    /// A share.
    Percent,
    /// A fraction of one.
    Share,
    /// “percentage points”.
    Points,
    /// Hundredths of a currency.
    Cent,
    /// The plural: `weeks`.
    Duration(&'static str),
    /// Somebody's years.
    Age,
    /// The plural: `miles`.
    Measure(&'static str),
    /// Votes or points, for and against.
    Score,
}

impl Unit {
    /// The word the formats use.
    pub(super) fn name(self) -> &'static str {
        match self {
            Self::Money(it) | Self::Duration(it) | Self::Measure(it) => it,
            Self::Percent => "percent",
            Self::Share => "share",
            Self::Points => "percentage points",
            Self::Cent => "cents",
            Self::Age => "years",
            Self::Score => "votes or points",
        }
    }

    /// The sort of number it makes.
    pub(super) fn kind(self) -> FigureKind {
        match self {
            Self::Money(_) | Self::Cent => FigureKind::Money,
            Self::Percent | Self::Share | Self::Points => FigureKind::Percent,
            Self::Duration(_) => FigureKind::Duration,
            Self::Age => FigureKind::Age,
            Self::Measure(_) => FigureKind::Measure,
            Self::Score => FigureKind::Score,
        }
    }
}

/// The currency whose sign begins at a place, and the place behind it: “$”, “US$”, “A$”, “€”.
pub(super) fn currency_sign(phrase: &Phrase<'_>, at: usize) -> Option<(&'static str, usize)> {
    let dollar = |it: usize| phrase.word(it) == "$" && phrase.touches_last(it);
    let whose = match phrase.word(at) {
        "US" | "U.S." => Some("USD"),
        "A" | "AU" | "AUD" => Some("AUD"),
        "C" | "CA" | "CAD" => Some("CAD"),
        "NZ" => Some("NZD"),
        "R" => Some("BRL"),
        "HK" => Some("HKD"),
        "S" => Some("SGD"),
        _ => None,
    };
    if let Some(whose) = whose.filter(|_| dollar(at + 1)) {
        return Some((whose, at + 2));
    }
    let sign = match phrase.word(at) {
        "$" => "USD",
        "€" | "EUR" => "EUR",
        "£" | "GBP" => "GBP",
        "¥" | "JPY" => "JPY",
        "₹" | "Rs" | "INR" => "INR",
        "₽" => "RUB",
        "₩" => "KRW",
        "₪" => "ILS",
        "₴" => "UAH",
        "₺" => "TRY",
        "USD" => "USD",
        "CHF" => "CHF",
        "AUD" => "AUD",
        "CAD" => "CAD",
        "CNY" | "RMB" => "CNY",
        _ => return None,
    };
    // “Rs. 500”.
    let stop = usize::from(phrase.is(at, "rs") && phrase.word(at + 1) == ".");
    let number = phrase.word(at + 1 + stop).starts_with(|it: char| it.is_ascii_digit())
        || phrase.word(at + 1) == "." && phrase.touches_last(at + 2);
    number.then_some((sign, at + 1 + stop))
}

/// The unit that begins at a place behind a number, and the place behind it.
pub(super) fn behind(phrase: &Phrase<'_>, at: usize) -> Option<(Unit, usize)> {
    if phrase.word(at) == "%" {
        return Some((Unit::Percent, at + 1));
    }
    if phrase.word(at) == "¢" {
        return Some((Unit::Cent, at + 1));
    }
    if let Some(to) = degrees(phrase, at) {
        return Some((Unit::Measure("degrees"), to));
    }
    if phrase.reads(at, "per cent") || phrase.reads(at, "per-cent") {
        return Some((Unit::Percent, at + 2));
    }
    if phrase.any(at, &["percentage", "percent", "basis"])
        && phrase.any(at + 1, &["points", "point"])
    {
        return Some((Unit::Points, at + 2));
    }
    if let Some(found) = whose_currency(phrase, at) {
        return Some(found);
    }
    // “three straight years”, “two more weeks”.
    let adjective = usize::from(phrase.any(at, LENGTH_ADJECTIVES));
    match word(phrase.bare(at + adjective)) {
        Some(Unit::Duration(unit)) => {
            if phrase.any(at + adjective + 1, &["old", "older"])
                || phrase.reads(at + adjective + 1, "of age")
            {
                let of = usize::from(phrase.is(at + adjective + 1, "of"));
                return Some((Unit::Age, at + adjective + 2 + of));
            }
            Some((Unit::Duration(unit), at + adjective + 1))
        }
        Some(_) if adjective == 1 => None,
        Some(Unit::Measure("degrees")) => {
            let scale = phrase.any(at + 1, &["Fahrenheit", "Celsius", "centigrade", "F", "C"]);
            Some((Unit::Measure("degrees"), at + 1 + usize::from(scale)))
        }
        // “5 million pounds of beef” weigh; “the 3 pointer” is none.
        Some(Unit::Money("GBP")) if phrase.is(at + 1, "of") || weighs(phrase, at) => {
            Some((Unit::Measure("pounds"), at + 1))
        }
        Some(unit) => Some((unit, at + 1)),
        None => square(phrase, at),
    }
}

/// Whether the words before a number say that something weighs so much.
fn weighs(phrase: &Phrase<'_>, at: usize) -> bool {
    (1..=5)
        .any(|back| at >= back && lower(phrase.word(at - back), &mut [0; 20]).starts_with("weigh"))
}

/// The place behind “°”, “°C” or “C”.
fn degrees(phrase: &Phrase<'_>, at: usize) -> Option<usize> {
    let sign = usize::from(phrase.word(at) == "°");
    let scale = usize::from(matches!(phrase.word(at + sign), "C" | "F"));
    (sign + scale > 0).then_some(at + sign + scale)
}

/// Adjectives between a number and its length of time.
const LENGTH_ADJECTIVES: &[&str] = &[
    "more",
    "full",
    "straight",
    "consecutive",
    "additional",
    "long",
    "short",
    "whole",
    "calendar",
    "working",
    "business",
    "solid",
    "successive",
    "extra",
];

/// “US dollars”, “Canadian dollars”, “pounds sterling”.
fn whose_currency(phrase: &Phrase<'_>, at: usize) -> Option<(Unit, usize)> {
    if phrase.is(at, "pounds") && phrase.is(at + 1, "sterling") {
        return Some((Unit::Money("GBP"), at + 2));
    }
    let noun = lower(phrase.bare(at + 1), &mut [0; 20]).to_owned();
    let noun = noun.strip_suffix('s').unwrap_or(&noun);
    let iso = match (phrase.word(at), noun) {
        ("US" | "U.S." | "American", "dollar") => "USD",
        ("Australian", "dollar") => "AUD",
        ("Canadian", "dollar") => "CAD",
        ("Zealand", "dollar") => "NZD",
        ("British" | "Sterling", "pound") => "GBP",
        ("Egyptian", "pound") => "EGP",
        ("Mexican", "peso") => "MXN",
        ("Argentine", "peso") => "ARS",
        ("Philippine", "peso") => "PHP",
        ("Swiss", "franc") => "CHF",
        ("Russian", "ruble" | "rouble") => "RUB",
        ("Chinese", "yuan") => "CNY",
        ("Japanese", "yen") => "JPY",
        ("Indian", "rupee") => "INR",
        ("Pakistani", "rupee") => "PKR",
        ("Norwegian", "krone" | "kroner") => "NOK",
        ("Swedish", "krona" | "kronor") => "SEK",
        ("Danish", "krone" | "kroner") => "DKK",
        _ => return None,
    };
    Some((Unit::Money(iso), at + 2))
}

/// “square miles”, “cubic metres”, “nautical miles”, “metric tons”, “light years”.
fn square(phrase: &Phrase<'_>, at: usize) -> Option<(Unit, usize)> {
    let unit = match (lower(phrase.word(at), &mut [0; 20]), word(phrase.word(at + 1))?) {
        ("square", Unit::Measure("miles")) => "square miles",
        ("square", Unit::Measure("kilometres")) => "square kilometres",
        ("square", Unit::Measure("metres")) => "square metres",
        ("square", Unit::Measure("feet")) => "square feet",
        ("cubic", Unit::Measure("metres")) => "cubic metres",
        ("cubic", Unit::Measure("feet")) => "cubic feet",
        ("nautical", Unit::Measure("miles")) => "nautical miles",
        ("metric", Unit::Measure("tons" | "tonnes")) => "tonnes",
        _ => return None,
    };
    Some((Unit::Measure(unit), at + 2))
}

/// The unit that one word names.
pub(super) fn word(word: &str) -> Option<Unit> {
    let mut room = [0; 20];
    let word = lower(word, &mut room);
    length(word).map(Unit::Duration).or_else(|| money(word)).or_else(|| measure(word))
}

/// What a thing has so many of: “a 28-nation bloc”, “a five-judge panel”.
pub(super) fn parts(word: &str) -> Option<Unit> {
    Some(Unit::Measure(match lower(word, &mut [0; 20]) {
        "bed" => "beds",
        "building" => "buildings",
        "car" => "cars",
        "city" => "cities",
        "count" => "counts",
        "country" => "countries",
        "county" => "counties",
        "floor" => "floors",
        "game" => "games",
        "goal" => "goals",
        "item" => "items",
        "judge" => "judges",
        "man" => "men",
        "member" => "members",
        "nation" => "nations",
        "page" => "pages",
        "party" => "parties",
        "passenger" => "passengers",
        "person" => "people",
        "question" => "questions",
        "room" => "rooms",
        "seat" => "seats",
        "ship" => "ships",
        "state" => "states",
        "store" => "stores",
        "story" | "storey" => "storeys",
        "student" => "students",
        "team" => "teams",
        "vehicle" => "vehicles",
        "victim" => "victims",
        "vote" => "votes",
        "woman" => "women",
        _ => return None,
    }))
}

fn length(word: &str) -> Option<&'static str> {
    Some(match word {
        "second" | "seconds" | "sec" => "seconds",
        "minute" | "minutes" | "min" | "mins" => "minutes",
        "hour" | "hours" | "hr" | "hrs" => "hours",
        "day" | "days" => "days",
        "night" | "nights" => "nights",
        "week" | "weeks" => "weeks",
        "month" | "months" => "months",
        "year" | "years" | "yr" | "yrs" => "years",
        "decade" | "decades" => "decades",
        "century" | "centuries" => "centuries",
        _ => return None,
    })
}

fn money(word: &str) -> Option<Unit> {
    Some(Unit::Money(match word {
        "percent" | "pct" | "pc" => return Some(Unit::Percent),
        "cent" | "cents" | "pence" => return Some(Unit::Cent),
        "dollar" | "dollars" | "usd" => "USD",
        "euro" | "euros" | "eur" => "EUR",
        "pound" | "pounds" | "gbp" => "GBP",
        "yen" => "JPY",
        "yuan" | "renminbi" => "CNY",
        "rupee" | "rupees" => "INR",
        "ruble" | "rubles" | "rouble" | "roubles" => "RUB",
        "franc" | "francs" => "CHF",
        "peso" | "pesos" => "MXN",
        "shekel" | "shekels" => "ILS",
        "rand" => "ZAR",
        "zloty" | "zlotys" => "PLN",
        "hryvnia" | "hryvnias" => "UAH",
        "krona" | "kronor" => "SEK",
        "lira" | "liras" => "TRY",
        "ringgit" => "MYR",
        _ => return None,
    }))
}

fn measure(word: &str) -> Option<Unit> {
    Some(Unit::Measure(match word {
        "km" | "kms" | "kilometre" | "kilometres" | "kilometer" | "kilometers" => "kilometres",
        "metre" | "metres" | "meter" | "meters" => "metres",
        "cm" | "centimetre" | "centimetres" | "centimeter" | "centimeters" => "centimetres",
        "mm" | "millimetre" | "millimetres" | "millimeter" | "millimeters" => "millimetres",
        "mile" | "miles" => "miles",
        "yard" | "yards" => "yards",
        "foot" | "feet" | "ft" => "feet",
        "inch" | "inches" => "inches",
        "kg" | "kilogram" | "kilograms" | "kilo" | "kilos" => "kilograms",
        "gram" | "grams" => "grams",
        "tonne" | "tonnes" => "tonnes",
        "ton" | "tons" => "tons",
        "lb" | "lbs" => "pounds",
        "ounce" | "ounces" | "oz" => "ounces",
        "kb" | "kilobyte" | "kilobytes" => "kilobytes",
        "mb" | "megabyte" | "megabytes" => "megabytes",
        "gb" | "gigabyte" | "gigabytes" => "gigabytes",
        "tb" | "terabyte" | "terabytes" => "terabytes",
        "bit" => "bits",
        "pixel" | "pixels" => "pixels",
        "megapixel" | "megapixels" => "megapixels",
        "mhz" | "megahertz" => "megahertz",
        "ghz" | "gigahertz" => "gigahertz",
        "watt" | "watts" => "watts",
        "kw" | "kilowatt" | "kilowatts" => "kilowatts",
        "mw" | "megawatt" | "megawatts" => "megawatts",
        "gw" | "gigawatt" | "gigawatts" => "gigawatts",
        "horsepower" | "hp" => "horsepower",
        "degree" | "degrees" => "degrees",
        "litre" | "litres" | "liter" | "liters" => "litres",
        "gallon" | "gallons" => "gallons",
        "barrel" | "barrels" => "barrels",
        "acre" | "acres" => "acres",
        "hectare" | "hectares" => "hectares",
        "mph" => "miles per hour",
        "kph" | "kmh" => "kilometres per hour",
        "mpg" => "miles per gallon",
        "knot" | "knots" => "knots",
        "rpm" => "revolutions per minute",
        "decibel" | "decibels" => "decibels",
        "magnitude" => "magnitude",
        "caliber" | "calibre" => "inches",
        "point" | "points" => "points",
        _ => return None,
    }))
}

//! Single values: one number as printed, with its currency or unit, without bounds.

use crate::text::numbers;
use crate::text::phrase::{Phrase, lower};

use super::lexicon;
use super::units::{self, Unit};

/// One number and where the words after it begin.
#[derive(Clone, PartialEq, Debug)]
pub(super) struct Value {
    /// The least and most that the words mean: one number, but for “hundreds”.
    pub(super) low: f64,
    pub(super) high: f64,
    /// Whether the words are rough by themselves: “dozens”.
    pub(super) vague: bool,
    /// The unit printed with it.
    pub(super) unit: Option<Unit>,
    /// The place of the first token behind it.
    pub(super) next: usize,
    /// The scale word in it: a million for “1.5 million”, 1 where there is none.
    pub(super) scale: f64,
    /// Whether it is printed in digits.
    pub(super) digits: bool,
}

impl Value {
    fn exact(value: f64, unit: Option<Unit>, next: usize) -> Value {
        Value { low: value, high: value, vague: false, unit, next, scale: 1.0, digits: true }
    }
}

/// Whether a value may begin with the word: no other place needs a closer look.
pub(super) fn may_begin(word: &str) -> bool {
    match word.as_bytes() {
        [] => false,
        [b'0'..=b'9' | b'$' | b'.' | 128.., ..] => true,
        // “US$9”, “Rs 90”, “EUR 5”.
        [b'A'..=b'Z', ..] if word.len() <= 4 => true,
        [b'A'..=b'Z' | b'a'..=b'z', ..] => {
            let first =
                word.find(['-', '‑', '‐']).map_or(word, |it| word.get(..it).unwrap_or(word));
            is_number_word(first)
        }
        _ => false,
    }
}

/// Whether a word, up to its first hyphen, can open a number.
fn is_number_word(word: &str) -> bool {
    numbers::compound(word).is_some()
        || numbers::scale(word).is_some()
        || plural_scale(word).is_some()
        || matches!(
            lower(word, &mut [0; 20]),
            "a" | "an"
                | "half"
                | "several"
                | "few"
                | "magnitude"
                | "double"
                | "triple"
                | "quadruple"
                | "quintuple"
        )
}

/// Reads the value that begins at a place.
pub(super) fn read(phrase: &Phrase<'_>, at: usize) -> Option<Value> {
    if let Some((currency, next)) = units::currency_sign(phrase, at) {
        return money(phrase, currency, next);
    }
    if let Some(value) = magnitude(phrase, at).or_else(|| score(phrase, at)) {
        return Some(value);
    }
    let mut value = fraction(phrase, at)
        .or_else(|| one_in(phrase, at))
        .or_else(|| multiple(phrase, at))
        .or_else(|| vague(phrase, at))
        .or_else(|| fraction_point(phrase, at))
        .or_else(|| attached(phrase, at))
        .or_else(|| hyphened(phrase, at))
        .or_else(|| plain(phrase, at))?;
    // “hundreds of billions of dollars”, “thousands of miles”.
    let of = usize::from(value.vague && phrase.is(value.next, "of"));
    if value.unit.is_none()
        && let Some((unit, next)) = units::behind(phrase, value.next + of)
    {
        (value.unit, value.next) = (Some(unit), next);
    }
    Some(value)
}

/// “magnitude-7.8”, “magnitude 7.8”, “a magnitude of 7.8”: the unit stands first.
fn magnitude(phrase: &Phrase<'_>, at: usize) -> Option<Value> {
    let unit = Some(Unit::Measure("magnitude"));
    let joined = phrase.word(at).strip_prefix("magnitude-");
    if let Some(value) = joined.and_then(numbers::digits) {
        return Some(Value::exact(value, unit, at + 1));
    }
    let of = usize::from(at >= 2 && phrase.is(at - 1, "of"));
    let first = at > of && phrase.is(at - 1 - of, "magnitude");
    let value = numbers::digits(phrase.word(at)).filter(|it| first && *it < 10.0)?;
    Some(Value::exact(value, unit, at + 1))
}

/// “150,000”, “two hundred and ten”, “a dozen”.
fn plain(phrase: &Phrase<'_>, at: usize) -> Option<Value> {
    let number = numbers::read(phrase, at)?;
    let scale = (at..number.next).filter_map(|it| numbers::scale(phrase.word(it)));
    let scale = scale.filter(|it| *it >= 1e3).fold(1.0, f64::max);
    let digits = is_digit(phrase, at);
    Some(Value { scale, digits, ..Value::exact(number.value, None, number.next) })
}

/// “voted 52-48”, “a 6–3 ruling”: both sides of a vote or game, the smaller first.
fn score(phrase: &Phrase<'_>, at: usize) -> Option<Value> {
    let both = phrase.word(at).split_once("-to-");
    let (one, other, next) = match both.or_else(|| phrase.word(at).split_once(['-', '‑', '‐']))
    {
        Some((one, other)) => (numbers::digits(one)?, numbers::digits(other)?, at + 1),
        // “passed 217 to 213”.
        None if phrase.is(at + 1, "to") && lexicon::is_contest(phrase.word(at.checked_sub(1)?)) => {
            (numbers::digits(phrase.word(at))?, numbers::digits(phrase.word(at + 2))?, at + 3)
        }
        None if phrase.any(at + 1, &["–", "-"]) && phrase.touches_last(at + 1) => {
            (numbers::digits(phrase.word(at))?, numbers::digits(phrase.word(at + 2))?, at + 3)
        }
        None => return None,
    };
    let near = (at.saturating_sub(4)..at).chain(next..next + 3);
    let told = near.into_iter().any(|it| lexicon::is_contest(phrase.word(it)));
    let (low, high) = (one.min(other), one.max(other));
    (told && one.fract() + other.fract() == 0.0)
        .then(|| Value { high, ..Value::exact(low, Some(Unit::Score), next) })
}

/// Both ends in one word: “160,000-190,000”.
fn hyphened(phrase: &Phrase<'_>, at: usize) -> Option<Value> {
    let (low, high) = phrase.word(at).split_once(['-', '‑', '‐'])?;
    let (low, high) = (numbers::digits(low)?, numbers::digits(high)?);
    // “2019-20” is a season.
    let season = (1900.0..2100.0).contains(&low) && high < 100.0;
    let next = at + 1;
    let scale = numbers::scale(phrase.word(next)).filter(|it| *it >= 1e3);
    let size = scale.unwrap_or(1.0);
    let next = next + usize::from(scale.is_some());
    (low < high && !season).then(|| Value {
        high: rounded(high * size),
        ..Value::exact(rounded(low * size), None, next)
    })
}

/// “9bn”, “1.5m”, “.5 million” behind a currency sign.
fn money(phrase: &Phrase<'_>, currency: &'static str, at: usize) -> Option<Value> {
    let unit = Some(Unit::Money(currency));
    if let Some(value) = hyphened(phrase, at) {
        return Some(Value { unit, ..value });
    }
    if let Some(number) = plain(phrase, at).filter(|it| it.digits) {
        let letter = short_scale(phrase.word(number.next))
            .filter(|_| phrase.touches_last(number.next) || phrase.is(number.next, "bn"));
        return Some(match letter {
            Some(size) => scaled(number.low, size, unit, number.next + 1),
            None => Value { unit, ..number },
        });
    }
    if let Some((value, rest)) = numbers::leading_digits(phrase.word(at)) {
        let (size, tail) = rest.split_once('-').map_or((rest, ""), |(size, tail)| (size, tail));
        let size = short_scale(size).or_else(|| numbers::scale(size));
        if let Some(size) = size {
            return Some(scaled(value, size, unit, at + 1));
        }
        // “$15-an-hour”, “$20-a-month”: the sign has said what it is.
        return (rest.is_empty() || !tail.is_empty() || rest.contains(char::is_alphabetic))
            .then(|| Value::exact(value, unit, at + 1));
    }
    let value = fraction_point(phrase, at)?;
    Some(Value { unit, ..value })
}

/// “.38”: a stop before digits that it touches.
fn fraction_point(phrase: &Phrase<'_>, at: usize) -> Option<Value> {
    if phrase.word(at) != "." || !phrase.touches_last(at + 1) || phrase.touches_last(at) {
        return None;
    }
    // “.38-caliber” holds its unit.
    let (digits, unit) = phrase.word(at + 1).split_once('-').unwrap_or((phrase.word(at + 1), ""));
    if digits.is_empty() || !digits.bytes().all(|it| it.is_ascii_digit()) {
        return None;
    }
    Some(Value::exact(format!("0.{digits}").parse().ok()?, units::word(unit), at + 2))
}

/// Number and unit in one word: “31-day”, “30km”, “97-degree”, “four-year”, “17-year-old”, “9bn”.
fn attached(phrase: &Phrase<'_>, at: usize) -> Option<Value> {
    let word = phrase.bare(at);
    if let Some(age) = ["-year-old", "-years-old", "-year-olds", "-month-old"]
        .iter()
        .find_map(|it| word.strip_suffix(it))
    {
        let value = numbers::digits(age).or_else(|| numbers::compound(age))?;
        return Some(Value::exact(value, Some(Unit::Age), at + 1));
    }
    if let Some(age) = ["-year", "-month"].iter().find_map(|it| word.strip_suffix(it))
        && phrase.any(at + 1, &["old", "olds"])
    {
        let value = numbers::digits(age).or_else(|| numbers::compound(age))?;
        return Some(Value::exact(value, Some(Unit::Age), at + 2));
    }
    let word = word.strip_suffix("-long").unwrap_or(word);
    let digits = is_digit(phrase, at);
    let (value, rest) = numbers::leading_digits(word).or_else(|| numbers::leading_word(word))?;
    // “9bn” without a sign; “30m” would be metres.
    let next = phrase.word(at + 1);
    let many = lexicon::is_people(next) || next.ends_with('s') && !lexicon::is_stop(next);
    let large = matches!(rest, "bn" | "tn" | "mn" | "k") || rest == "m" && many;
    if let Some(size) = short_scale(rest).filter(|_| digits && large && !word.contains('-')) {
        return Some(scaled(value, size, None, at + 1));
    }
    // “12.3p a share”.
    if rest == "p" && digits && phrase.any(at + 1, &["a", "per", "each"]) {
        return Some(Value::exact(value, Some(Unit::Cent), at + 1));
    }
    // “a 5,000-strong crowd”.
    if rest == "strong" {
        return Some(Value { digits, ..Value::exact(value, None, at + 1) });
    }
    if let Some(size) = numbers::scale(rest) {
        return Some(Value { digits, ..scaled(value, size, None, at + 1) });
    }
    if let Some((scale, unit)) = rest.split_once('-')
        && let Some(size) = numbers::scale(scale)
    {
        let unit = units::word(unit)?;
        return Some(Value { digits, ..scaled(value, size, Some(unit), at + 1) });
    }
    let made_of = || units::parts(rest).filter(|_| word.contains(['-', '‑', '‐']));
    let unit = units::word(rest).filter(|_| !rest.is_empty()).or_else(made_of)?;
    Some(Value { digits, ..Value::exact(value, Some(unit), at + 1) })
}

/// “two-thirds”, “three quarters”, “a third of”, “half the members”: a share of one.
fn fraction(phrase: &Phrase<'_>, at: usize) -> Option<Value> {
    let share = |above: f64, below: f64, next| {
        Some(Value { digits: false, ..Value::exact(above / below, Some(Unit::Share), next) })
    };
    let word = phrase.word(at);
    if let Some((above, below)) = word.rsplit_once(['-', '‑', '‐']) {
        let above = numbers::compound(above)?;
        let below = denominator(below).filter(|it| above > 0.0 && above < *it)?;
        return share(above, below, at + 1);
    }
    let whole = |it: usize| {
        phrase.any(it, &["of", "the", "its", "their", "his", "her", "our", "all", "those", "these"])
    };
    if phrase.is(at, "half") {
        // “the first half”, “the northern half”: a stretch, not how much.
        let stretch = at > 0
            && (phrase.any(
                at - 1,
                &[
                    "first", "second", "last", "latter", "final", "other", "upper", "lower",
                    "better",
                ],
            ) || phrase.word(at - 1).ends_with("ern"));
        return if whole(at + 1) && !stretch { share(1.0, 2.0, at + 1) } else { None };
    }
    let below = denominator(phrase.word(at + 1))?;
    if phrase.any(at, &["a", "an", "one"]) {
        // “a third man” is the next one.
        let by = at > 0 && phrase.is(at - 1, "by");
        let of = phrase.is(at + 2, "of");
        return if of || by { share(1.0, below, at + 2) } else { None };
    }
    let above = numbers::compound(word).filter(|it| *it > 1.0 && *it < below)?;
    // “the first two quarters” are six months.
    if at > 0 && phrase.any(at - 1, &["first", "last", "next", "past", "these", "those", "the"]) {
        return None;
    }
    phrase.word(at + 1).ends_with('s').then(|| share(above, below, at + 2))?
}

/// “one in five”, “nine out of 10”, “one of every three”: a share of one.
fn one_in(phrase: &Phrase<'_>, at: usize) -> Option<Value> {
    let plain =
        |at: usize| numbers::digits(phrase.word(at)).or_else(|| numbers::compound(phrase.word(at)));
    let part = plain(at).filter(|it| *it >= 1.0)?;
    let whole_at = at
        + match phrase.word(at + 1) {
            "in" => 2 + usize::from(phrase.is(at + 2, "every")),
            "out" if phrase.is(at + 2, "of") => 3 + usize::from(phrase.is(at + 3, "every")),
            "of" if phrase.is(at + 2, "every") => 3,
            _ => return None,
        };
    // “12 out of 40 passengers” are counted one by one, “9 out of 10” are not.
    let round = |it: f64| it <= 10.0 || ROUND.iter().any(|round| (round - it).abs() < 0.5);
    let whole = plain(whole_at).filter(|it| part < *it && it.fract() == 0.0 && round(*it))?;
    // “two in five years” are two.
    let counted = units::behind(phrase, whole_at + 1).is_some()
        || numbers::scale(phrase.word(whole_at + 1)).is_some();
    (!counted).then(|| Value {
        digits: false,
        ..Value::exact(part / whole, Some(Unit::Share), whole_at + 1)
    })
}

/// Wholes above ten that shares are told of.
const ROUND: &[f64] = &[12.0, 20.0, 50.0, 100.0, 1000.0, 10_000.0];

/// What a part is one of: 3 for “third”, “thirds”.
fn denominator(word: &str) -> Option<f64> {
    Some(match lower(word, &mut [0; 20]) {
        "half" | "halves" => 2.0,
        "third" | "thirds" => 3.0,
        "quarter" | "quarters" | "fourth" | "fourths" => 4.0,
        "fifth" | "fifths" => 5.0,
        "sixth" | "sixths" => 6.0,
        "seventh" | "sevenths" => 7.0,
        "eighth" | "eighths" => 8.0,
        "ninth" | "ninths" => 9.0,
        "tenth" | "tenths" => 10.0,
        _ => return None,
    })
}

/// “a double murder”, “triple shooting”: how many it befell.
fn multiple(phrase: &Phrase<'_>, at: usize) -> Option<Value> {
    let many = match lower(phrase.word(at), &mut [0; 20]) {
        "double" => 2.0,
        "triple" => 3.0,
        "quadruple" => 4.0,
        "quintuple" => 5.0,
        _ => return None,
    };
    let fatal = usize::from(phrase.is(at + 1, "fatal"));
    let crime = lexicon::is_crime(phrase.bare(at + 1 + fatal));
    crime.then(|| Value { digits: false, ..Value::exact(many, None, at + 1) })
}

/// “dozens”, “hundreds”, “tens of thousands”, “several hundred”.
fn vague(phrase: &Phrase<'_>, at: usize) -> Option<Value> {
    let rough = |low: f64, high: f64, next| {
        Some(Value { low, high, vague: true, unit: None, next, scale: 1.0, digits: false })
    };
    if let Some(size) = plural_scale(phrase.word(at)) {
        let larger = plural_scale(phrase.word(at + 2)).filter(|it| *it > size);
        return match larger.filter(|_| phrase.is(at + 1, "of")) {
            Some(larger) => rough(2.0 * size * larger, 10.0 * size * larger - 1.0, at + 3),
            // Two dozen at least, and below the hundred.
            None if size < 100.0 && phrase.is(at, "dozens") => rough(24.0, 99.0, at + 1),
            None if size < 100.0 => None,
            None => rough(2.0 * size, 10.0 * size - 1.0, at + 1),
        };
    }
    let article = usize::from(phrase.is(at, "a"));
    // “a handful of”, “a couple of”.
    if article == 1 && phrase.is(at + 2, "of") {
        if phrase.is(at + 1, "handful") {
            return rough(HANDFUL.0, HANDFUL.1, at + 2);
        }
        if phrase.any(at + 1, &["couple", "pair"]) {
            return rough(2.0, 2.0, at + 2);
        }
    }
    if phrase.is(at + article, "few") && article == 1 || phrase.is(at, "several") {
        let size = numbers::scale(phrase.word(at + article + 1)).filter(|it| *it >= 100.0)?;
        return rough(3.0 * size, 10.0 * size - 1.0, at + article + 2);
    }
    None
}

/// “A handful”: more than a couple, and not ten.
const HANDFUL: (f64, f64) = (3.0, 9.0);

/// What one of “hundreds” is.
fn plural_scale(word: &str) -> Option<f64> {
    Some(match lower(word, &mut [0; 20]) {
        "tens" => 10.0,
        "dozens" => 12.0,
        "hundreds" => 100.0,
        "thousands" => 1e3,
        "millions" => 1e6,
        "billions" => 1e9,
        "trillions" => 1e12,
        _ => return None,
    })
}

/// What a letter behind digits multiplies them by: “9m”, “15k”, “2bn”.
fn short_scale(letters: &str) -> Option<f64> {
    Some(match lower(letters, &mut [0; 20]) {
        "k" => 1e3,
        "m" | "mn" | "mln" => 1e6,
        "b" | "bn" | "bln" => 1e9,
        "t" | "tn" | "trn" => 1e12,
        _ => return None,
    })
}

/// A number with its scale.
fn scaled(value: f64, scale: f64, unit: Option<Unit>, next: usize) -> Value {
    Value { scale, ..Value::exact(rounded(value * scale), unit, next) }
}

/// Whether the word at a place begins with a digit.
fn is_digit(phrase: &Phrase<'_>, at: usize) -> bool {
    phrase.word(at).starts_with(|it: char| it.is_ascii_digit())
}

/// Takes off the dust that binary fractions leave.
fn rounded(value: f64) -> f64 {
    let whole = value.round();
    if (value - whole).abs() < 1e-6 * whole.abs() && whole.abs() >= 100.0 { whole } else { value }
}

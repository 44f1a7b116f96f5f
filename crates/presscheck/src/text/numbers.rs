//! Numbers: digits and number words, read as one value.

use super::phrase::{Phrase, lower};

/// A number and where the words after it begin.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct Number {
    /// Its value.
    pub value: f64,
    /// The place of the first token behind it.
    pub next: usize,
}

/// Reads the number that begins at a place: “150,000”, “1.5 million”, “two hundred and ten”,
/// “a dozen”, “half a million”, “4 1/2”, “five and a half million”. “a” alone is none, and neither
/// is “31-day”.
pub fn read(phrase: &Phrase<'_>, at: usize) -> Option<Number> {
    let number = whole(phrase, at)?;
    let Some(part) = part_behind(phrase, number.next) else { return Some(number) };
    // “3 million and a half” is half a million more, “three and a half million” half of one.
    let last = scale(phrase.word(number.next - 1)).unwrap_or(1.0);
    Some(scaled(phrase, number.value + part * last, number.next + 3))
}

/// “and a half”, “and a quarter” at a place.
fn part_behind(phrase: &Phrase<'_>, at: usize) -> Option<f64> {
    if !phrase.is(at, "and") || !phrase.any(at + 1, &["a", "one"]) {
        return None;
    }
    match lower(phrase.word(at + 2), &mut [0; 20]) {
        "half" => Some(0.5),
        "quarter" => Some(0.25),
        "third" => Some(1.0 / 3.0),
        _ => None,
    }
}

/// The same without the part of one that may follow.
fn whole(phrase: &Phrase<'_>, at: usize) -> Option<Number> {
    if let Some(found) = mixed(phrase, at) {
        return Some(scaled(phrase, found.value, found.next));
    }
    if let Some(value) = digits(phrase.word(at)) {
        return Some(scaled(phrase, value, at + 1));
    }
    if phrase.is(at, "half") && phrase.any(at + 1, &["a", "an"]) {
        let size = scale(phrase.word(at + 2))?;
        return Some(Number { value: size / 2.0, next: at + 3 });
    }
    if phrase.any(at, &["a", "an"]) {
        let size = scale(phrase.word(at + 1))?;
        return Some(scaled(phrase, size, at + 2));
    }
    // “half million”, “hundred thousand”.
    if phrase.is(at, "half")
        && let Some(size) = scale(phrase.word(at + 1))
    {
        return Some(Number { value: size / 2.0, next: at + 2 });
    }
    if phrase.is(at, "hundred")
        && let Some(size) = scale(phrase.word(at + 1)).filter(|it| *it > 100.0)
    {
        return Some(Number { value: 100.0 * size, next: at + 2 });
    }
    words(phrase, at)
}

/// Reads a whole number and a fraction in figures: “4 1/2”, “4½”.
fn mixed(phrase: &Phrase<'_>, at: usize) -> Option<Number> {
    let word = phrase.word(at);
    if !word.starts_with(|it: char| it.is_ascii_digit() || !it.is_ascii()) {
        return None;
    }
    let sign = word.chars().next_back().and_then(fraction_sign);
    if let Some(fraction) = sign {
        let whole = word.trim_end_matches(|it: char| !it.is_ascii());
        let whole = if whole.is_empty() { 0.0 } else { digits(whole)? };
        return Some(Number { value: whole + fraction, next: at + 1 });
    }
    let whole = digits(word)?;
    if let Some(fraction) = phrase.word(at + 1).chars().next().and_then(fraction_sign) {
        return Some(Number { value: whole + fraction, next: at + 2 });
    }
    if phrase.word(at + 2) == "/" && phrase.touches_last(at + 2) && phrase.touches_last(at + 3) {
        let (above, below) = (digits(phrase.word(at + 1))?, digits(phrase.word(at + 3))?);
        let fraction = above < below && below <= 16.0;
        return fraction.then(|| Number { value: whole + above / below, next: at + 4 });
    }
    None
}

/// The value of “½” and its like.
fn fraction_sign(sign: char) -> Option<f64> {
    Some(match sign {
        '½' => 0.5,
        '¼' => 0.25,
        '¾' => 0.75,
        '⅓' => 1.0 / 3.0,
        '⅔' => 2.0 / 3.0,
        '⅛' => 0.125,
        _ => return None,
    })
}

/// The value of digits with their marks: “150,000”, “3.5”, “.38”; `None` for “7:30” or “12-14”.
pub fn digits(word: &str) -> Option<f64> {
    if !word.starts_with(|c: char| c.is_ascii_digit()) {
        return None;
    }
    let (whole, rest) = word.split_once('.').map_or((word, None), |(a, b)| (a, Some(b)));
    if rest.is_some_and(|it| it.is_empty() || !it.bytes().all(|it| it.is_ascii_digit())) {
        return None;
    }
    let mut groups = whole.split(',');
    let first = groups.next()?;
    let grouped = whole.len() > first.len();
    let good = |it: &str| !it.is_empty() && it.bytes().all(|it| it.is_ascii_digit());
    let indian = grouped && first.len() <= 2 && is_indian(whole);
    let wrong = |it: &str| !good(it) || it.len() != 3 && !indian;
    if !good(first) || grouped && first.len() > 3 || groups.any(wrong) {
        return None;
    }
    let mut plain: String = whole.chars().filter(|&it| it != ',').collect();
    if let Some(rest) = rest {
        plain.push('.');
        plain.push_str(rest);
    }
    plain.parse().ok()
}

/// Digits in lakhs and crores: “12,34,567”.
fn is_indian(whole: &str) -> bool {
    let mut groups = whole.rsplit(',');
    groups.next().is_some_and(|it| it.len() == 3)
        && whole.split(',').count() > 2
        && groups.all(|it| it.len() <= 2 && !it.is_empty())
}

/// A word that begins with digits, cut behind them: “31-day” into 31 and `day`, “9bn” into 9 and
/// `bn`.
pub fn leading_digits(word: &str) -> Option<(f64, &str)> {
    let end = word.find(|c: char| !(c.is_ascii_digit() || matches!(c, '.' | ',')))?;
    let rest = word.get(end..)?;
    Some((digits(word.get(..end)?)?, rest.trim_start_matches(['-', '‑', '‐'])))
}

/// Reads a number word with a hyphen inside, up to the last hyphen: “four-year” into 4 and `year`.
pub fn leading_word(word: &str) -> Option<(f64, &str)> {
    let (number, rest) = word.rsplit_once(['-', '‑', '‐'])?;
    Some((compound(number)?, rest))
}

/// The value of a word for a number below a hundred: “seven”, “twenty-five”.
pub fn compound(word: &str) -> Option<f64> {
    if let Some(value) = small(word) {
        return Some(value);
    }
    let (tens, ones) = word.split_once(['-', '‑', '‐'])?;
    let (tens, ones) = (small(tens)?, small(ones)?);
    (tens >= 20.0 && (1.0..10.0).contains(&ones)).then_some(tens + ones)
}

/// What a word multiplies the number before it by: “million”.
pub fn scale(word: &str) -> Option<f64> {
    Some(match lower(word, &mut [0; 20]) {
        "dozen" => 12.0,
        "hundred" => 100.0,
        "thousand" => 1e3,
        "lakh" | "lakhs" => 1e5,
        "crore" | "crores" => 1e7,
        "million" | "mn" | "mln" => 1e6,
        "billion" | "bn" | "bln" => 1e9,
        "trillion" | "tn" | "trn" => 1e12,
        _ => return None,
    })
}

/// Multiplies by the scale words that follow.
fn scaled(phrase: &Phrase<'_>, mut value: f64, mut next: usize) -> Number {
    while let Some(size) = scale(phrase.word(next)) {
        value *= size;
        next += 1;
    }
    Number { value: rounded(value), next }
}

/// Reads number words: “one hundred and ninety thousand”.
fn words(phrase: &Phrase<'_>, at: usize) -> Option<Number> {
    let (mut total, mut group) = (0.0, compound(phrase.word(at))?);
    let (mut next, mut largest) = (at + 1, f64::INFINITY);
    loop {
        let word = phrase.word(next);
        if let Some(size) = scale(word) {
            if size > 100.0 {
                if size >= largest {
                    break;
                }
                total += group * size;
                (group, largest) = (0.0, size);
            } else {
                group *= size;
            }
            next += 1;
            continue;
        }
        let after = if phrase.is(next, "and") { next + 1 } else { next };
        let Some(ones) = compound(phrase.word(after)) else { break };
        let fits = group == 0.0 && total > 0.0
            || group >= 100.0 && ones < 100.0
            || after == next && group >= 20.0 && group % 10.0 == 0.0 && ones < 10.0;
        if !fits {
            break;
        }
        group += ones;
        next = after + 1;
    }
    Some(Number { value: total + group, next })
}

/// Takes off the dust that binary fractions leave: 8.3 times a billion is a whole number.
fn rounded(value: f64) -> f64 {
    let whole = value.round();
    if (value - whole).abs() < 1e-6 * whole.abs() && whole.abs() >= 100.0 { whole } else { value }
}

fn small(word: &str) -> Option<f64> {
    Some(match lower(word, &mut [0; 20]) {
        "zero" => 0.0,
        "one" => 1.0,
        "two" => 2.0,
        "three" => 3.0,
        "four" => 4.0,
        "five" => 5.0,
        "six" => 6.0,
        "seven" => 7.0,
        "eight" => 8.0,
        "nine" => 9.0,
        "ten" => 10.0,
        "eleven" => 11.0,
        "twelve" => 12.0,
        "thirteen" => 13.0,
        "fourteen" => 14.0,
        "fifteen" => 15.0,
        "sixteen" => 16.0,
        "seventeen" => 17.0,
        "eighteen" => 18.0,
        "nineteen" => 19.0,
        "twenty" => 20.0,
        "thirty" => 30.0,
        "forty" => 40.0,
        "fifty" => 50.0,
        "sixty" => 60.0,
        "seventy" => 70.0,
        "eighty" => 80.0,
        "ninety" => 90.0,
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Span;
    use crate::text::words::tokens;

    #[track_caller]
    fn check(text: &str, value: f64, words: usize) {
        let tokens = tokens(text, Span::whole(text));
        let found = read(&Phrase::new(text, &tokens), 0);
        assert_eq!(found, Some(Number { value, next: words }), "{text}");
    }

    #[test]
    fn digits_take_the_scale_words_behind_them() {
        check("150,000 troops", 150_000.0, 1);
        check("1.5 million people", 1_500_000.0, 2);
        check("8.3 billion", 8_300_000_000.0, 2);
        check("3 dozen eggs", 36.0, 2);
    }

    #[test]
    fn number_words_are_added_and_multiplied() {
        check("one hundred and ninety thousand", 190_000.0, 5);
        check("two hundred ten cows", 210.0, 3);
        check("twenty-five", 25.0, 1);
        check("half a million", 500_000.0, 3);
        check("a dozen boats", 12.0, 2);
        check("two and three", 2.0, 1);
        check("five and a half million", 5_500_000.0, 5);
        check("3 million and a half", 3_500_000.0, 5);
        check("2 and a half years", 2.5, 4);
        check("hundred thousand", 100_000.0, 2);
    }

    #[test]
    fn clock_times_and_ranges_are_no_digits() {
        assert_eq!(digits("7:30"), None);
        assert_eq!(digits("12-14"), None);
        assert_eq!(digits("1,50"), None);
        assert_eq!(digits("12,34,567"), Some(1_234_567.0));
        assert_eq!(leading_digits("31-day"), Some((31.0, "day")));
        assert_eq!(leading_word("twenty-two-year"), Some((22.0, "year")));
    }
}

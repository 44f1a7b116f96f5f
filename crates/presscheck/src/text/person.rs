//! Persons' names: when two of them may name one person.

use super::fold;

/// How two full names of what may be one person stand to each other.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Likeness {
    /// The same but for initials, suffixes, short forms and middle names: “Bill” and “William”.
    Same,
    /// Another way of writing the same foreign name: “Sergei” and “Sergey”.
    Spelling,
    /// The same surname and a first name close enough to be a slip: “Antony” and “Anthony”.
    Near,
}

/// A person's name cut into its words, folded, without stops and suffixes such as “Jr.”
pub fn parts(name: &str) -> Vec<String> {
    fold::word(name)
        .split(|c: char| c.is_whitespace() || c == '.')
        .filter(|it| !it.is_empty() && !matches!(*it, "jr" | "sr" | "ii" | "iii" | "iv"))
        .map(|it| it.trim_matches(',').to_owned())
        .collect()
}

/// How two full names, cut by [`parts`], stand to each other; `None` if they name different people.
pub fn compare(a: &[String], b: &[String]) -> Option<Likeness> {
    let ((first_a, rest_a), (first_b, rest_b)) = (a.split_first()?, b.split_first()?);
    let (last_a, last_b) = (rest_a.last()?, rest_b.last()?);
    let surname = surnames(last_a, last_b)?;
    let given = given(first_a, first_b).or_else(|| {
        // “J. Robert Hale” and “Robert Hale”: one goes by the middle name.
        let middle = |rest: &[String], first: &String| {
            rest.len() > 1 && rest.iter().rev().skip(1).any(|it| it == first && it.len() > 2)
        };
        (middle(rest_a, first_b) || middle(rest_b, first_a)).then_some(Likeness::Same)
    })?;
    if surname == Likeness::Near && given == Likeness::Near {
        return None;
    }
    Some(surname.max(given))
}

/// How two surnames stand to each other.
pub fn surnames(a: &str, b: &str) -> Option<Likeness> {
    if a == b {
        return Some(Likeness::Same);
    }
    if sound(a) == sound(b) {
        return Some(Likeness::Spelling);
    }
    let long = a.len().min(b.len()) >= 6;
    (long && initial(a) == initial(b) && distance(&sound(a), &sound(b)) <= 1)
        .then_some(Likeness::Spelling)
}

/// How two first names stand to each other.
fn given(a: &str, b: &str) -> Option<Likeness> {
    if a == b {
        return Some(Likeness::Same);
    }
    let initials = a.chars().count() == 1 || b.chars().count() == 1;
    if initials {
        return (initial(a) == initial(b)).then_some(Likeness::Same);
    }
    if is_short_for(a, b) {
        return Some(Likeness::Same);
    }
    if sound(a) == sound(b) {
        return Some(Likeness::Spelling);
    }
    let (short, long) = if a.len() < b.len() { (a, b) } else { (b, a) };
    // “Rob” for “Robert”, “Alex” for “Alexander”.
    if short.len() >= 3 && long.starts_with(short) && long.len() >= short.len() + 2 {
        return Some(Likeness::Same);
    }
    (short.len() >= 4 && initial(a) == initial(b) && distance(a, b) <= 2).then_some(Likeness::Near)
}

fn initial(word: &str) -> Option<char> {
    word.chars().next()
}

/// What of a name the ways of writing foreign names in Latin letters leave the same.
pub fn sound(word: &str) -> String {
    let mut key = word.to_owned();
    for (from, to) in SOUNDS {
        if key.contains(from) {
            key = key.replace(from, to);
        }
    }
    let mut short = String::with_capacity(key.len());
    for c in key.chars() {
        if !short.ends_with(c) {
            short.push(c);
        }
    }
    short
}

/// Letters that stand for one another when names are taken over from other scripts.
const SOUNDS: [(&str, &str); 17] = [
    ("-", ""),
    ("'", ""),
    ("sch", "sh"),
    ("tch", "ch"),
    ("kh", "h"),
    ("zh", "z"),
    ("dj", "j"),
    ("ck", "k"),
    ("ks", "x"),
    ("ph", "f"),
    ("ou", "u"),
    ("oo", "u"),
    ("iy", "i"),
    ("yi", "i"),
    ("ij", "i"),
    ("y", "i"),
    ("w", "v"),
];

/// How many letters must be added, dropped, changed or swapped, counted up to 3.
fn distance(a: &str, b: &str) -> usize {
    let (a, b): (Vec<char>, Vec<char>) = (a.chars().collect(), b.chars().collect());
    if a.len().abs_diff(b.len()) > 2 {
        return 3;
    }
    let mut row: Vec<usize> = (0..=b.len()).collect();
    for (i, x) in a.iter().enumerate() {
        let mut corner = i;
        row[0] = i + 1;
        for (j, y) in b.iter().enumerate() {
            let cost = (corner + usize::from(x != y)).min(row[j] + 1).min(row[j + 1] + 1);
            corner = row[j + 1];
            row[j + 1] = cost;
        }
    }
    row.last().copied().unwrap_or(3).min(3)
}

/// Whether one first name is a usual short form of the other, or both are of a third.
fn is_short_for(a: &str, b: &str) -> bool {
    SHORT_FORMS.iter().any(|forms| {
        let has = |name: &str| forms.split(' ').any(|it| it == name);
        has(a) && has(b)
    })
}

/// First names and their short forms. Our own list of English usage.
const SHORT_FORMS: &[&str] = &[
    "william will bill billy liam",
    "robert rob bob bobby",
    "richard rick dick rich",
    "james jim jimmy",
    "john jack johnny",
    "joseph joe joey",
    "thomas tom tommy",
    "charles charlie chuck",
    "edward ed eddie ted",
    "theodore ted teddy",
    "michael mike mick",
    "anthony tony",
    "antonio tony",
    "elizabeth liz beth betty lisa eliza",
    "margaret maggie meg peggy",
    "katherine kate kathy katie",
    "catherine kate cathy katie",
    "kathleen kathy",
    "patricia pat patty trish",
    "patrick pat paddy",
    "jennifer jen jenny",
    "rebecca becky",
    "deborah debbie deb",
    "susan sue susie",
    "barbara barb",
    "alexander alex sasha sandy",
    "alexandra alex sasha sandra",
    "alexei alyosha",
    "nicholas nick",
    "stephen steve",
    "steven steve",
    "matthew matt",
    "andrew andy drew",
    "daniel dan danny",
    "david dave",
    "donald don donnie",
    "kenneth ken kenny",
    "lawrence larry",
    "leonard len lenny",
    "timothy tim",
    "gerald gerry jerry",
    "jeffrey jeff",
    "geoffrey geoff",
    "gregory greg",
    "henry hank harry",
    "harold hal harry",
    "francis frank",
    "franklin frank",
    "frederick fred",
    "ronald ron ronnie",
    "samuel sam",
    "benjamin ben",
    "peter pete",
    "philip phil",
    "raymond ray",
    "walter walt",
    "victoria vicky tori",
    "judith judy",
    "christopher chris",
    "christine chris chrissy",
    "abigail abby",
    "pamela pam",
    "cynthia cindy",
    "jacqueline jackie",
    "vladimir vova volodya",
    "mikhail misha",
    "dmitry dima",
    "albert al bert",
    "alfred alf fred",
    "eugene gene",
    "nathaniel nate nathan",
    "zachary zach zack",
    "joshua josh",
    "jonathan jon",
    "terence terry",
    "terrence terry",
    "wesley wes",
    "mitchell mitch",
    "bernard bernie",
    "marjorie marge",
];

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(a: &str, b: &str, expected: Option<Likeness>) {
        assert_eq!(compare(&parts(a), &parts(b)), expected);
        assert_eq!(compare(&parts(b), &parts(a)), expected);
    }

    #[test]
    fn initials_suffixes_and_short_forms_do_not_tell_people_apart() {
        check("Mara J. Toft", "Mara Toft", Some(Likeness::Same));
        check("Bill Hale Jr.", "William Hale", Some(Likeness::Same));
        check("J. Robert Hale", "Robert Hale", Some(Likeness::Same));
    }

    #[test]
    fn one_foreign_name_has_several_spellings() {
        check("Sergei Maslov", "Sergey Maslov", Some(Likeness::Spelling));
        check("Dmytro Korensky", "Dmytro Korenskyy", Some(Likeness::Spelling));
        check("Élise Brückner", "Elise Bruckner", Some(Likeness::Same));
    }

    #[test]
    fn a_slip_in_the_first_name_is_near_and_another_name_is_another_person() {
        check("Antony Hale", "Anthony Hale", Some(Likeness::Near));
        check("Mara Toft", "Jonas Toft", None);
        check("Mara Toft", "Mara Brandt", None);
    }
}

//! Persons' names: when two of them may name one person, and the words that stand for a name.

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

/// Whether a word only stands for someone named elsewhere: “he”, “who”, “their”.
pub fn is_pronoun(word: &str) -> bool {
    const PRONOUNS: [&str; 15] = [
        "he", "her", "his", "i", "it", "its", "she", "that", "their", "they", "this", "we",
        "which", "who", "you",
    ];
    PRONOUNS.contains(&word.to_lowercase().as_str())
}

/// A person's name cut into its words, folded, without stops and suffixes such as “Jr.”
pub fn parts(name: &str) -> Vec<String> {
    fold::word(name)
        .split(|c: char| c.is_whitespace() || c == '.')
        .filter(|it| !it.is_empty() && !matches!(*it, "jr" | "sr" | "ii" | "iii" | "iv"))
        .map(|it| it.trim_matches(',').to_owned())
        .collect()
}

/// What tells a son from a father of the same name: “jr”, “iii”; empty for most people.
pub fn generation(name: &str) -> String {
    let folded = fold::plain(name);
    let last = folded.rsplit([' ', ',']).next().unwrap_or_default().trim_end_matches('.');
    let is_one = matches!(last, "jr" | "sr" | "ii" | "iii" | "iv");
    if is_one { last.to_owned() } else { String::new() }
}

/// A surname without the article that some outlets leave out: “al-Sabri” and “Sabri”.
pub fn bare_surname(surname: &str) -> &str {
    ["al-", "el-", "ul-", "as-", "ad-", "an-", "ar-", "at-", "az-", "ash-"]
        .iter()
        .find_map(|it| surname.strip_prefix(it))
        .filter(|it| it.len() >= 3)
        .unwrap_or(surname)
}

/// Whether the middle names and initials of two full names, cut by [`parts`], leave room for one
/// person: “John A. Hale” is not “John B. Hale”.
pub fn middles_agree(a: &[String], b: &[String]) -> bool {
    let middle = |it: &[String]| it.get(1..it.len().saturating_sub(1)).map(<[String]>::to_vec);
    let (a, b) = (middle(a).unwrap_or_default(), middle(b).unwrap_or_default());
    let ([a], [b]) = (a.as_slice(), b.as_slice()) else { return true };
    let is_short = a.chars().count() == 1 || b.chars().count() == 1;
    if is_short { initial(a) == initial(b) } else { given(a, b).is_some() }
}

/// Whether a name that opens a full name may be its surname: “Kim Do-yun” is “Kim” afterwards.
pub fn is_leading_surname(folded: &str) -> bool {
    LEADING_SURNAMES.contains(&folded)
}

/// Surnames of China, Korea and Vietnam, which stand before the given name. Our own list.
const LEADING_SURNAMES: &[&str] = &[
    "bae", "cai", "cao", "chen", "cheng", "cho", "choi", "deng", "dong", "du", "fan", "feng",
    "gao", "guo", "han", "hong", "hu", "huang", "hwang", "jang", "jeong", "ji", "jiang", "jo",
    "jung", "kang", "kim", "kwon", "le", "lee", "li", "liang", "lim", "lin", "liu", "luo", "ma",
    "moon", "ngo", "nguyen", "oh", "pan", "park", "pham", "qin", "ryu", "seo", "shen", "shin",
    "song", "su", "sun", "tang", "tran", "wang", "wei", "wu", "xi", "xie", "xu", "yang", "ye",
    "yoon", "yu", "yuan", "yun", "zeng", "zhang", "zhao", "zheng", "zhou", "zhu",
];

/// How two full names, cut by [`parts`], stand to each other; `None` if they name different people.
pub fn compare(a: &[String], b: &[String]) -> Option<Likeness> {
    let ((first_a, rest_a), (first_b, rest_b)) = (a.split_first()?, b.split_first()?);
    let (last_a, last_b) = (rest_a.last()?, rest_b.last()?);
    let surname = surnames(bare_surname(last_a), bare_surname(last_b))?;
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
    if is_in_one(SHORT_FORMS, a, b) {
        return Some(Likeness::Same);
    }
    if sound(a) == sound(b) || is_in_one(WRITINGS, a, b) {
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

/// Whether a line of `list` holds both names.
fn is_in_one(list: &[&str], a: &str, b: &str) -> bool {
    list.iter().any(|forms| {
        let has = |name: &str| forms.split(' ').any(|it| it == name);
        has(a) && has(b)
    })
}

/// First names that two languages or alphabets write differently for one bearer. Our own list.
const WRITINGS: &[&str] = &[
    "abdullah abdallah abdulla",
    "ahmed ahmad ahmet",
    "ali aly",
    "alexander aleksandr alexandr oleksandr aliaksandr aleksandar",
    "alexei aleksei alexey aleksey oleksii oleksiy oleksi alyaksey",
    "andrei andrey andrii andriy andrij",
    "catherine katherine kathryn catharine",
    "dmitry dmitri dmitriy dmytro dzmitry",
    "evgeny yevgeny yevgeni evgeni yevhen yevgeniy",
    "grigory grigori hryhoriy hryhorii",
    "hassan hasan",
    "hussein husain husayn hossein hussain hoseyn",
    "ibrahim ebrahim",
    "igor ihor",
    "jeffrey geoffrey jeffery",
    "john jon",
    "khaled khalid",
    "kirill kyrylo",
    "mahmoud mahmud",
    "mikhail mykhailo mikhael mykhaylo",
    "mohammed muhammad mohammad mohamed mohamad muhammed mehmet",
    "mustafa mostafa moustafa",
    "nikolai nikolay mykola nicolai mikalai",
    "omar umar",
    "osama usama",
    "pavel pavlo",
    "philip phillip",
    "pyotr petro petr",
    "sergei sergey sergii serhiy serhii siarhei sergiy",
    "stephen steven stephan",
    "vladimir volodymyr uladzimir wladimir",
    "vyacheslav viacheslav viatcheslav",
    "yuri yury yuriy yurii iurii",
    "yusuf youssef yousef yousuf yusef",
];

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

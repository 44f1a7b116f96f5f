//! Which invented articles are one story. Each line is one article: day, outlet, title, text.

use super::*;

const SHOOTING: &str = "A man was killed and two women were hurt when shots were fired outside a \
    bakery on Ferry Lane in Norhaven on Monday night, police said. The victim was named as \
    Tobias Renn, 34, of Quarry Hill. Officers found 11 casings in front of the Golden Crust bakery. \
    Witnesses spoke of a green van that drove off towards Millgate.";
const SAME_SHOOTING: &str = "Police in Norhaven have named the man shot dead outside the Golden \
    Crust bakery as Tobias Renn, 34. Two women were wounded in the shooting on Ferry Lane late on \
    Monday. A green van was seen leaving for Millgate, and 11 casings were found.";
const OTHER_SHOOTING: &str = "A teenager was shot and killed at a bus stop on Harrow Street in \
    Norhaven on Monday night, police said. The victim was named as Ilse Varga, 17, a pupil of \
    Saint Brannoc School. Officers look for two men on a motorcycle who fled across Tanner Bridge.";
const FOLLOW_UP: &str = "A suspect was charged on Monday with the murder of Tobias Renn, who was \
    shot dead outside the Golden Crust bakery in Norhaven last week. Prosecutors say that Piet \
    Okoro, 29, drove the green van that was seen on Ferry Lane. Two women hurt that night are well.";
const FERRY: &str = "The island council of Vell voted on Tuesday to end the night ferry to Port \
    Maren. Councillor Ada Brekke said that the 1978 boat costs 4 million crowns a year. The harbour \
    workers' union called the vote a disgrace and plans a strike from Friday.";
const SAME_FERRY: &str = "Night boats between Vell and Port Maren will stop, the island council \
    decided on Tuesday. The boat, built in 1978, costs 4 million crowns each year, Ada Brekke told \
    the council. A strike of harbour workers is to begin on Friday.";

struct Given {
    day: &'static str,
    outlet: &'static str,
    text: String,
}

fn article(day: &'static str, outlet: &'static str, text: &str) -> Given {
    Given { day, outlet, text: text.to_owned() }
}

fn terms_of(it: &Given) -> Terms {
    let day = it.day.parse().ok();
    Terms::of(&Told { title: "", text: &it.text, day, outlet: it.outlet, url: "" })
}

/// A stream in which a hundred other articles came before.
fn busy_stream() -> Stream {
    let mut stream = Stream::new();
    for nth in 0..100_usize {
        let name = |by: usize| -> String {
            let syllables = ["ba", "ko", "ri", "tu", "mel", "san", "dor", "vik"];
            let letters = [nth * by % 8, nth / 8 % 8, (nth + by) % 8, nth * 3 % 8];
            let word: String = letters.iter().map(|it| syllables[*it]).collect();
            let mut letters = word.chars();
            letters.next().map(|it| it.to_uppercase().chain(letters).collect()).unwrap_or_default()
        };
        let text = format!(
            "The council of {} met police in the city on Monday. {} {} said that {} people were \
             at the meeting about the road to {}, and that a man was killed there last week.",
            name(3),
            name(5),
            name(7),
            10 + nth * 7,
            name(11),
        );
        stream.add(&terms_of(&article("2031-03-01", "", &text)), &[]);
    }
    stream
}

/// The stories as the articles come in, by letters in order: `aab` are two of one story and one of
/// another.
#[track_caller]
fn check(given: &[Given], expected: &str) {
    let mut stream = busy_stream();
    let stories: Vec<usize> = given.iter().map(|it| stream.add(&terms_of(it), &[])).collect();
    assert_eq!(letters(&stories), expected);
}

fn letters(stories: &[usize]) -> String {
    let mut seen: Vec<usize> = Vec::new();
    stories
        .iter()
        .map(|it| {
            let at = seen.iter().position(|seen| seen == it).unwrap_or_else(|| {
                seen.push(*it);
                seen.len() - 1
            });
            char::from(b'a' + u8::try_from(at).unwrap())
        })
        .collect()
}

#[test]
fn two_shootings_in_one_city_on_one_day_are_two_stories() {
    check(
        &[
            article("2031-03-04", "Herald", SHOOTING),
            article("2031-03-04", "Post", OTHER_SHOOTING),
            article("2031-03-04", "Strand", SAME_SHOOTING),
        ],
        "aba",
    );
}

#[test]
fn a_follow_up_a_week_later_belongs_to_the_first_story() {
    check(
        &[
            article("2031-03-04", "Herald", SHOOTING),
            article("2031-03-04", "Post", OTHER_SHOOTING),
            article("2031-03-05", "Strand", SAME_SHOOTING),
            article("2031-03-11", "Post", FOLLOW_UP),
        ],
        "abaa",
    );
}

#[test]
fn a_roundup_of_many_stories_belongs_to_none() {
    let first = |it: &str| it.split(". ").next().unwrap_or_default().to_owned();
    let flood = "Rain closed the pass above Halden for the third day, and 40 lorries are waiting";
    let prize = "The novelist Mireia Castells won the Silver Quill for a book about lighthouses";
    let texts = [&first(SHOOTING), &first(FERRY), flood, prize, &first(OTHER_SHOOTING)];
    let roundup = texts.join(". ");
    check(
        &[
            article("2031-03-04", "Herald", SHOOTING),
            article("2031-03-04", "Post", FERRY),
            article("2031-03-04", "Post", OTHER_SHOOTING),
            article("2031-03-05", "Strand", &roundup),
        ],
        "abcd",
    );
}

#[test]
fn an_article_without_a_day_is_no_stranger_for_it() {
    check(
        &[
            article("2031-03-04", "Herald", SHOOTING),
            article("2031-03-04", "Post", FERRY),
            article("", "Strand", SAME_FERRY),
        ],
        "abb",
    );
}

#[test]
fn stories_are_found_in_other_languages_and_scripts() {
    let spanish = [
        "El concejo de la isla de Vell votó el martes poner fin al barco nocturno a Puerto Maren. \
         La concejala Ada Brekke dijo que el barco de 1978 cuesta 4 millones de coronas.",
        "El barco nocturno entre Vell y Puerto Maren dejará de navegar, decidió el concejo. Según \
         Ada Brekke, el barco de 1978 cuesta 4 millones de coronas al año.",
    ];
    let greek = [
        "Το δημοτικό συμβούλιο της Βέλλας αποφάσισε να σταματήσει το νυχτερινό πλοίο για το Μάρεν. \
         Η σύμβουλος Άντα Μπρέκε είπε ότι το πλοίο κοστίζει 4 εκατομμύρια.",
        "Σταματά το νυχτερινό πλοίο από τη Βέλλα στο Μάρεν, αποφάσισε το δημοτικό συμβούλιο. Το \
         πλοίο κοστίζει 4 εκατομμύρια, λέει η Άντα Μπρέκε.",
    ];
    let chinese = [
        "维尔岛议会周二投票决定停运前往马伦港的夜间渡轮。议员布雷克说这艘渡轮每年耗资四百万克朗。",
        "维尔岛议会决定停运夜间渡轮，前往马伦港的渡轮每年耗资四百万克朗，议员布雷克表示。",
    ];
    let given: Vec<Given> =
        [spanish, greek, chinese].concat().iter().map(|it| article("2031-03-04", "", it)).collect();
    check(&given, "aabbcc");
}

#[test]
fn what_is_answered_depends_on_nothing_that_comes_later() {
    let given = [SHOOTING, FERRY, SAME_SHOOTING, OTHER_SHOOTING, FOLLOW_UP, SAME_FERRY]
        .map(|it| article("2031-03-04", "", it));
    let answers = |given: &[Given]| -> Vec<usize> {
        let mut stream = busy_stream();
        given.iter().map(|it| stream.add(&terms_of(it), &[])).collect()
    };
    let all = answers(&given);
    for n in 0..given.len() {
        assert_eq!(answers(&given[..n]), all[..n]);
    }
}

#[test]
fn what_a_person_decided_holds_whatever_the_texts_say() {
    let mut stream = busy_stream();
    let first = stream.len();
    let a = stream.add(&terms_of(&article("2031-03-04", "Herald", SHOOTING)), &[]);
    let apart = [(first, Bond::Apart)];
    let b = stream.add(&terms_of(&article("2031-03-04", "Post", SAME_SHOOTING)), &apart);
    let together = [(first, Bond::Together)];
    let c = stream.add(&terms_of(&article("2031-03-04", "Post", FERRY)), &together);
    assert_eq!(letters(&[a, b, c]), "aba");
    let settled = stream.settle();
    let of = |it: usize| settled.iter().position(|group| group.contains(&it));
    assert_ne!(of(first), of(first + 1));
    assert_eq!(of(first), of(first + 2));
}

#[test]
fn settling_puts_each_article_in_one_story() {
    let mut stream = busy_stream();
    for it in [SHOOTING, FERRY, SAME_SHOOTING, OTHER_SHOOTING, SAME_FERRY] {
        stream.add(&terms_of(&article("2031-03-04", "", it)), &[]);
    }
    let settled = stream.settle();
    let mut all = settled.concat();
    all.sort_unstable();
    assert!(all.into_iter().eq(0..stream.len()));
    assert!(settled.contains(&vec![100, 102]) && settled.contains(&vec![101, 104]));
}

#[test]
fn an_explanation_names_what_is_shared_and_the_nearest_rival() {
    let mut stream = busy_stream();
    for it in [SHOOTING, OTHER_SHOOTING] {
        stream.add(&terms_of(&article("2031-03-04", "", it)), &[]);
    }
    let last = article("2031-03-06", "", SAME_SHOOTING);
    stream.add(&terms_of(&last), &[]);
    let told = Told { text: &last.text, ..Told::default() };
    let found = stream.explain(102, &told).expect("it came in");
    assert_eq!((found.with[0].article, found.with[0].days), (100, Some(2)));
    let shared = &found.with[0].shared;
    let has = |kind, words| shared.iter().any(|it| it.kind == kind && it.words == words);
    assert!(has("person", "tobias renn") && has("full name", "golden crust"), "{shared:?}");
    assert!(has("age", "age 34") && has("figure", "11 casing"), "{shared:?}");
    let rival = found.rival.expect("the other shooting is near");
    assert_eq!(rival.article, 101);
    assert!(rival.likeness < found.with[0].likeness);
    assert!(stream.explain(103, &told).is_none());
}

#[test]
fn odd_texts_are_stories_of_their_own() {
    check(
        &[article("", "", ""), article("", "", "…"), article("", "", &"a".repeat(100_000))],
        "abc",
    );
}

#[test]
fn a_long_article_of_one_paragraph_is_read_from_the_top() {
    let long = format!("{SHOOTING} {}", "water ".repeat(1_000_000));
    check(&[article("2031-03-04", "", SHOOTING), article("2031-03-04", "Post", &long)], "aa");
}

#[test]
fn an_article_is_kept_in_less_than_a_kilobyte() {
    let mut stream = busy_stream();
    let before = stream.bytes();
    let n = 5_000_u32;
    for nth in 0..n {
        let words: Vec<String> =
            (0..300_u32).map(|it| format!("w{}", nth * 31 + it * 17 + it * nth % 101)).collect();
        stream.add(&terms_of(&article("2031-03-04", "", &words.join(" "))), &[]);
    }
    let each = (stream.bytes() - before) / n as usize;
    assert!(each < 1_024, "{each} bytes");
}

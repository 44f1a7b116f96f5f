use expect_test::{Expect, expect};
use proptest::prelude::{any, prop, prop_assert, proptest};

use crate::annotate;
use crate::model::{Article, Figure};

/// Each figure of a text: its words, bounds, unit and what it counts.
#[track_caller]
fn check(text: &str, expected: Expect) {
    let figures = figures(text);
    let lines: Vec<String> = figures.iter().map(|it| line(text, it)).collect();
    expected.assert_eq(&lines.join("\n"));
}

fn figures(text: &str) -> Vec<Figure> {
    annotate::article(&Article::of_body(text, "2031-05-06")).figures
}

fn line(text: &str, it: &Figure) -> String {
    let end = |it: Option<f64>| it.map_or("open".to_owned(), |it| it.to_string());
    let rough = if it.approximate { " roughly" } else { "" };
    let (words, unit, what) = (it.span.of(text), &it.unit, &it.what);
    format!("{words}: {}..{}{rough} {unit}, {what}", end(it.low), end(it.high))
}

#[test]
fn bounds_open_an_end_or_call_the_number_rough() {
    check(
        "More than 4,000 soldiers left. Up to 30 boats sank. About 90 cows drowned. \
         At least some 12 villages flooded, and 5 or more bridges fell.",
        expect![[r"
            More than 4,000: 4000..open people, soldiers
            Up to 30: open..30 boats, boats
            About 90: 90..90 roughly cows, cows drowned
            At least some 12: 12..open roughly villages, villages
            5 or more: 5..open bridges, bridges"]],
    );
}

#[test]
fn a_range_has_two_ends() {
    check(
        "Between 20 and 35 nurses came. It sent 160,000 to 190,000 troops. They want $15-$19 an \
         hour and raises of 3% to 4%. It costs 150 to 200 million euros.",
        expect![[r"
            Between 20 and 35: 20..35 people, nurses
            160,000 to 190,000: 160000..190000 people, troops
            $15-$19: 15..19 USD, They want an hour
            3% to 4%: 3..4 percent, They want hour raises of
            150 to 200 million euros: 150000000..200000000 EUR, It costs"]],
    );
}

#[test]
fn a_change_is_no_range() {
    check(
        "Shares rose 5% to 36 dollars. The toll went from 20 to 31.",
        expect![[r"
            5%: 5..5 percent, Shares rose
            36 dollars: 36..36 USD, Shares rose
            20: 20..20 people, toll went from
            31: 31..31 people, toll went from"]],
    );
}

#[test]
fn words_for_rough_numbers_have_the_bounds_they_mean() {
    check(
        "Dozens of goats, tens of thousands of people and several hundred cars were stuck.",
        expect![[r"
            Dozens: 24..99 roughly goats, goats
            tens of thousands: 20000..99999 roughly people, people
            several hundred: 300..999 roughly cars, cars"]],
    );
}

#[test]
fn what_became_of_people_is_part_of_what_is_counted() {
    check(
        "A gunman killed two people and wounded 10 others in Ostrava. Nine pupils and one teacher \
         were killed. Ten were hurt, and at least 3 dead were found.",
        expect![[r"
            two: 2..2 people, people killed
            10: 10..10 people, others wounded
            Nine: 9..9 people, pupils killed
            one: 1..1 people, teacher killed
            Ten: 10..10 people, people hurt
            at least 3: 3..open people, people dead"]],
    );
}

#[test]
fn lengths_ages_and_measures_keep_their_unit() {
    check(
        "The 31-day strike ended. A 17-year-old pupil walked 30 miles in 97-degree heat for three \
         straight years.",
        expect![[r"
            31-day: 31..31 days, strike
            17-year-old: 17..17 years, pupil
            30 miles: 30..30 miles, pupil walked
            97-degree: 97..97 degrees, heat
            three straight years: 3..3 years, pupil walked in heat for"]],
    );
}

#[test]
fn dates_clock_times_and_names_are_no_figures() {
    check(
        "On May 3, 2031, at 7:30 p.m., Norlin Air Flight 620 left Gate 9 of 1600 Pine Avenue. The \
         620 was late. Call 911.",
        expect![""],
    );
}

#[test]
fn an_aside_does_not_part_people_from_their_fate() {
    check(
        "Four people, including a boy, were injured. Three men, aged 19, 20 and 25, suffered burns \
         and other injuries. The death toll rose to 45 from 38.",
        expect![[r"
            Four: 4..4 people, people injured
            Three: 3..3 people, men injured
            19: 19..19 years, 
            20: 20..20 years, 
            25: 25..25 years, 
            45: 45..45 people, death toll rose
            38: 38..38 people, death toll rose from"]],
    );
}

#[test]
fn lives_taken_are_deaths_and_lives_saved_are_none() {
    check(
        "A fire claimed the lives of three fellow nuns. The flood took two lives, the storm cost 12 \
         lives. A medic saved the lives of five riders. He massacred 40 pilgrims.",
        expect![[r"
            three: 3..3 people, fellow nuns killed
            two: 2..2 lives, lives lost
            12: 12..12 lives, lives lost
            five: 5..5 people, riders
            40: 40..40 pilgrims, pilgrims killed"]],
    );
}

#[test]
fn what_is_tried_or_charged_befalls_nobody() {
    check(
        "He is tried for the attempted murder of five guards, for two counts of murder and three \
         counts of attempted murder. She plotted to kill 40 pilgrims.",
        expect![[r"
            five: 5..5 people, guards
            two: 2..2 counts, counts
            three: 3..3 counts, counts
            40: 40..40 pilgrims, pilgrims"]],
    );
}

#[test]
fn those_shot_are_wounded_where_they_live_on() {
    check(
        "A nun was killed. Four others were shot and are expected to survive. Three riders were \
         shot. Two boys attending a feast were hit and taken to Lisk Hospital. The crash killed one \
         guard and hospitalized six. It ended in injuries to nine cooks. Eight riders reported \
         injuries, seven guards reported no injuries.",
        expect![[r"
            Four: 4..4 people, others shot and wounded
            Three: 3..3 people, riders shot
            Two: 2..2 people, boys hospitalized
            one: 1..1 people, guard killed
            six: 6..6 people, people hospitalized
            nine: 9..9 cooks, cooks injured
            Eight: 8..8 people, riders injured
            seven: 7..7 people, guards reported"]],
    );
}

#[test]
fn what_became_of_people_is_told_in_many_ways() {
    check(
        "Five members of a family, among them a boy, were found shot dead. A fall sent four hikers \
         to the hospital. Six pupils were rushed to Lisk Hospital, where they died. Three were hit \
         by bullets, two fatally. He fatally shot her two sons. A flood killed a cook and three nuns. \
         Police found seven bodies.",
        expect![[r"
            Five: 5..5 people, members killed
            four: 4..4 people, hikers hospitalized
            Six: 6..6 people, pupils died
            Three: 3..3 people, people wounded
            two: 2..2 people, people killed
            two: 2..2 people, sons killed
            three: 3..3 people, nuns killed
            seven: 7..7 people, bodies dead"]],
    );
}

#[test]
fn those_shot_are_wounded_where_nobody_is_dead() {
    check(
        "Five men were shot in Lisk on Sunday.",
        expect!["Five: 5..5 people, men shot and wounded"],
    );
    check(
        "Five men were shot in Lisk on Sunday, and one of them is dead.",
        expect!["Five: 5..5 people, men shot"],
    );
    check(
        "He is charged with three counts of attempted murder. Two men were shot.",
        expect![[r"
        three: 3..3 counts, counts
        Two: 2..2 people, men shot and wounded"]],
    );
}

#[test]
fn a_part_and_its_whole_have_fates_of_their_own() {
    check(
        "One of the three riders was killed. One of the two who died was a nun. Four of the five \
         divers are missing.",
        expect![[r"
            three: 3..3 people, riders
            two: 2..2 people, people died
            Four: 4..4 people, divers missing
            five: 5..5 people, divers"]],
    );
}

#[test]
fn a_double_murder_has_two_victims_and_a_charge_has_none() {
    check(
        "A double murder shook Lisk. The three defendants accused of killing two guards face five \
         counts of murder.",
        expect![[r"
            double: 2..2 people, people killed
            three: 3..3 people, defendants accused
            two: 2..2 people, guards killed
            five: 5..5 counts, counts"]],
    );
}

#[test]
fn relatives_ages_and_galleries_are_told_apart() {
    check(
        "Ana Łuk, a mother of two, and her sons, 7 and 9, were hurt. They ranged in age from 7 to \
         40. Photo 3 / 12. Image 3 of 12. A family of five fled.",
        expect![[r"
            two: 2..2 people, children
            7: 7..7 years, 
            9: 9..9 years, 
            7: 7..7 years, 
            40: 40..40 years, 
            five: 5..5 people, family"]],
    );
}

#[test]
fn fractions_are_shares_of_one() {
    check(
        "Two-thirds of members voted. More than half of the boats sank, and a quarter of the crew \
         left. They led in the first half of the game; the northern half of Lisk burned, and a \
         third man came.",
        expect![[r"
            Two-thirds: 0.6666666666666666..0.6666666666666666 share, members
            More than half: 0.5..open share, boats
            a quarter: 0.25..0.25 share, crew"]],
    );
}

#[test]
fn a_compound_counts_what_a_thing_is_made_of() {
    check(
        "A 28-nation bloc heard a three-judge panel read a 46-page report, by a 2-to-1 vote. \
         They spent millions of dollars on a handful of boats, and moved thousands of tons of \
         coal. It weighs 236 pounds. One of every nine voters left, and 20 boats daily.",
        expect![[r"
            28-nation: 28..28 nations, bloc
            three-judge: 3..3 judges, panel
            46-page: 46..46 pages, report
            2-to-1: 1..2 votes or points, vote
            millions of dollars: 2000000..9999999 roughly USD, They spent on a handful of boats
            a handful: 3..9 roughly boats, boats
            thousands of tons: 2000..9999 roughly tons, coal
            236 pounds: 236..236 pounds, It weighs
            One of every nine: 0.1111111111111111..0.1111111111111111 share, voters
            20: 20..20 boats, boats"]],
    );
}

#[test]
fn a_headline_counts_with_capitals() {
    check(
        "Driver Charged in Deaths of Two Teens Near Lisk",
        expect!["Two: 2..2 people, Teens killed"],
    );
}

#[test]
fn votes_are_scores_and_quakes_have_magnitudes() {
    check(
        "The Senate voted 52-48 to end it, and the court ruled 6–3. A magnitude-7.8 quake struck; \
         one of 5.6-magnitude followed. The party won 123 of 250 seats, one in five.",
        expect![[r"
            52-48: 48..52 votes or points, Senate voted
            6–3: 3..6 votes or points, Senate voted end it court ruled
            magnitude-7.8: 7.8..7.8 magnitude, quake
            5.6-magnitude: 5.6..5.6 magnitude, followed
            123: 123..123 seats, seats
            250: 250..250 seats, seats
            one in five: 0.2..0.2 share, party won of seats"]],
    );
}

#[test]
fn numbers_that_are_names_stay_names_through_the_article() {
    check(
        "Norlin rolls out first 620 Skyrunner\n\nThe 620 is large. All of the Big Three met the \
         Group of Seven. Call 555-0143. All of the gPad 4 buyers paid.",
        expect![""],
    );
}

proptest! {
    #[test]
    fn any_text_gives_spans_in_order_within_it(
        words in prop::collection::vec(
            prop::sample::select(vec![
                "between", "and", "5", "five", "$", "US", "%", "to", "-", "–", "million", "dozens",
                "of", "tens", "killed", "people", ".38", "31-day", "or", "more", "than", "“", "é",
                "½", "1/2", "€9bn", "No", ".", "a", "few", "hundred", "\n", "were", "3-2", "12-14",
            ]),
            0..40,
        ),
        tail in any::<String>(),
        glue in prop::bool::ANY,
    ) {
        let text = words.join(if glue { "" } else { " " }) + &tail;
        let mut floor = 0;
        for it in figures(&text) {
            prop_assert!(it.span.start() >= floor && !it.span.is_empty());
            prop_assert!(it.what_span.contains(it.span));
            prop_assert!(it.low.is_none() || it.high.is_none() || it.low <= it.high);
            floor = it.span.end();
        }
    }
}

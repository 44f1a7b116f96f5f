//! What counts as agreed, on invented stories.

use super::record_of_origins;

/// For each agreed statement: origins and words. `origins` lists the articles of each.
#[track_caller]
fn check(bodies: &[&str], origins: &[&[usize]], expected: &[(usize, &str)]) {
    let record = record_of_origins(bodies, origins);
    let agreed = record.agreed.iter();
    let found: Vec<(usize, &str)> = agreed.map(|it| (it.origins, it.what.as_str())).collect();
    assert_eq!(found, expected);
}

const FIRST: &str = "A fire destroyed the old mill at Valmeyra on Monday.";
const SECOND: &str = "The old mill at Valmeyra was destroyed by fire yesterday.";

#[test]
fn a_happening_that_two_origins_date_alike_is_agreed() {
    check(&[FIRST, SECOND], &[&[0], &[1]], &[(2, FIRST)]);
}

#[test]
fn two_prints_of_one_origin_are_no_agreement() {
    check(&[FIRST, SECOND], &[&[0, 1]], &[]);
}

const PIER: &str = "The old pier at Valmeyra was closed because its piles had rotted.";

#[test]
fn a_statement_that_two_origins_make_is_agreed() {
    let other = "Rotted piles were why the old pier at Valmeyra was closed.";
    check(&[PIER, other], &[&[0], &[1]], &[(2, other)]);
}

#[test]
fn a_not_or_another_number_is_no_agreement() {
    let not = "The old pier at Valmeyra was not closed because its piles had rotted.";
    check(&[PIER, not], &[&[0], &[1]], &[]);
    let first = "Pier 14 at Valmeyra was closed because its old piles had rotted.";
    let second = "Pier 16 at Valmeyra was closed because its old piles had rotted.";
    check(&[first, second], &[&[0], &[1]], &[]);
}

#[test]
fn one_act_of_two_people_is_no_agreement() {
    check(
        &[
            "Ada Lorn ordered flags lowered to half-staff in memory of the victims.",
            "Otto Vess has ordered flags to fly at half-staff in memory of the victims.",
        ],
        &[&[0], &[1]],
        &[],
    );
}

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

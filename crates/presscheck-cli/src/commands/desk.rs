//! What the commands on a workspace share: the open file, the clock, moments as they are typed.

use jiff::civil::DateTime;
use jiff::tz::TimeZone;
use jiff::{SignedDuration, Timestamp};
use presscheck_store::{Error, Moment, Step, Workspace};

use crate::messages::{Messages, Stop};
use crate::options::InWorkspace;

/// The present moment.
pub(super) fn now() -> Moment {
    Timestamp::now().into()
}

/// Opens a workspace that is there, and brings its stories up to date.
pub(super) fn open(options: &InWorkspace, messages: &Messages) -> anyhow::Result<Workspace> {
    let mut workspace = Workspace::open(&options.file).map_err(stop)?;
    settle(&mut workspace, messages)?;
    Ok(workspace)
}

/// Brings the stories up to date; says how far it is to someone who waits.
pub(super) fn settle(workspace: &mut Workspace, messages: &Messages) -> anyhow::Result<usize> {
    let progress = messages.progress();
    let settled = workspace.settle(&now(), &mut |step| match step {
        Step::Annotated(n_done, n) => progress.tell("annotating", n_done, n),
        Step::Grouping => {}
        Step::Compiled(n_done, n) => progress.tell("compiling", n_done, n),
    });
    progress.clear();
    Ok(settled.map_err(stop)?.stories)
}

/// What the workspace says went wrong, with what to try next.
pub(super) fn stop(error: Error) -> anyhow::Error {
    let hint = match &error {
        Error::Missing(_) => {
            "`presscheck ingest INPUT…` makes one; `--workspace FILE` names another"
        }
        Error::Unopened { .. } => "name a file in a folder that is there and may be written to",
        Error::Foreign { .. } => {
            "name a file that `presscheck ingest` made, or one that is not there yet"
        }
        Error::Newer { .. } => "use the version of presscheck that wrote it, or a later one",
        Error::Damaged { .. } => {
            "go back to a copy of it; `sqlite3 FILE .recover` saves what can be read"
        }
        Error::Busy(_) => "wait until the other process is done, and try again",
        Error::Unwritten { .. } => "make room, or see who may write to the file and its folder",
        Error::Unknown { what: "story", .. } => "`presscheck list` names the stories",
        Error::Unknown { .. } => "`presscheck list --articles` names the articles",
        Error::Ambiguous { .. } => "give more of the id",
        Error::Query { .. } => {
            "give words; `\"a phrase\"`, `begin*`, `OR` and `NOT` are understood"
        }
        Error::Decision(_) => "`presscheck list --story STORY` names the articles of a story",
    };
    Stop::because(error.to_string(), hint)
}

/// A moment as it is typed: a day (its beginning in UTC), a time, or how long ago.
pub(super) fn moment(typed: &str) -> anyhow::Result<Moment> {
    // A time without an offset, or a day, which begins at midnight, is in UTC.
    let time = |it: DateTime| TimeZone::UTC.to_timestamp(it).ok();
    let ago = |it: SignedDuration| Timestamp::now().checked_sub(it).ok();
    let found = typed
        .parse::<Timestamp>()
        .ok()
        .or_else(|| time(typed.parse().ok()?))
        .or_else(|| ago(days(typed).or_else(|| typed.parse().ok())?));
    found.map(Moment::from).ok_or_else(|| {
        let hint = "give a day (`2031-05-17`), a time (`2031-05-17T09:00Z`), or how long ago (`36h`, `2d`)";
        Stop::because(format!("`{typed}` is no moment"), hint)
    })
}

/// `2d`: jiff's durations have no days, for a day is not always as long.
fn days(typed: &str) -> Option<SignedDuration> {
    let n: i64 = typed.strip_suffix('d')?.trim().parse().ok()?;
    Some(SignedDuration::from_hours(n.checked_mul(24)?))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(typed: &str, expected: &str) {
        let found = moment(typed).map(|it| it.to_string()).unwrap_or_default();
        assert_eq!(found, expected, "{typed}");
    }

    #[test]
    fn a_moment_is_a_day_or_a_time() {
        check("2031-05-17", "2031-05-17T00:00:00.000Z");
        check("2031-05-17T09:30Z", "2031-05-17T09:30:00.000Z");
        check("2031-05-17T09:30:01.5+02:00", "2031-05-17T07:30:01.500Z");
        check("2031-05-17T09:30", "2031-05-17T09:30:00.000Z");
        check("17 May", "");
        check("", "");
    }

    #[test]
    fn a_moment_may_be_counted_back() {
        let back = |typed| moment(typed).map(|it| it.to_string()).unwrap_or_default();
        assert!(back("2d") < back("36h"));
        assert!(back("36h") < now().to_string());
        assert!(back("90 minutes") < now().to_string());
    }
}

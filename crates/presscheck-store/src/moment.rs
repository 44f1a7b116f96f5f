//! Moments: when something was seen or done, as the caller's clock says.

use std::fmt;

use jiff::Timestamp;

/// A moment in UTC to the millisecond. Written with a fixed length, so that moments sort as text.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub struct Moment(String);

impl Moment {
    /// As it is written: `2031-05-17T09:00:00.000Z`.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl From<Timestamp> for Moment {
    fn from(it: Timestamp) -> Moment {
        Moment(it.strftime("%Y-%m-%dT%H:%M:%S%.3fZ").to_string())
    }
}

impl fmt::Display for Moment {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

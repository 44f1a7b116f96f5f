//! The shared vocabulary: what the stages hand to one another.

mod annotation;
mod article;
mod record;
mod span;
mod story;

pub use self::annotation::*;
pub use self::article::*;
pub use self::record::*;
pub use self::span::{RawSpan, Span};
pub use self::story::*;

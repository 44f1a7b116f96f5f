//! What is article and what is not, line by line.

use super::labels::Chrome;
use super::{Measures, Range, Told, put, share};

pub(super) fn score(told: &Told<'_>, chrome: &Chrome, found: &mut Measures) {
    let (mut right, mut of) = (0, 0);
    for (file, text) in told.texts {
        let labelled = chrome_of(file, text, chrome);
        let article = told.record.articles.iter().find(|it| told.file(&it.id) == file);
        let mut start = 0;
        for line in text.split('\n') {
            // The middle of a line decides, so that an odd byte at its ends does not.
            let middle = start + line.len() / 2;
            start += line.len() + 1;
            if line.trim().is_empty() {
                continue;
            }
            let is_chrome = labelled.iter().any(|it| it.0 <= middle && middle < it.1);
            let said = article.is_some_and(|it| {
                it.parts
                    .iter()
                    .any(|it| it.kind == "chrome" && it.start <= middle && middle < it.end)
            });
            of += 1;
            right += usize::from(is_chrome == said);
        }
    }
    put(found, "parts.lines_right", share(right, of));
}

fn chrome_of(file: &str, text: &str, chrome: &Chrome) -> Vec<Range> {
    let mut found = Vec::new();
    for label in chrome.chrome.iter().filter(|it| it.file == file) {
        if let Some((at, words)) = text.match_indices(&label.text).nth(label.nth) {
            found.push((at, at + words.len()));
        }
    }
    found
}

//! A page without what nobody reads: scripts, styles and comments, which are most of its bytes.

/// The page's source without the content of scripts, styles, drawings and comments, and the scripts
/// of linked data (JSON-LD) on their own.
pub(super) struct Stripped {
    /// The source for the parser.
    pub(super) page: String,
    /// The contents of the JSON-LD scripts.
    pub(super) linked_data: Vec<String>,
    /// What was left out of these.
    pub(super) lost: Option<&'static str>,
}

/// More linked data is not looked at, in bytes: the heaviest whole page of the extraction sets has
/// 2.2 MB.
const MOST_LINKED_DATA: usize = 3_000_000;

/// Elements whose content is no markup, or no text.
const RAW: &[&str] = &["script", "style", "svg", "noscript", "template", "iframe"];

/// Strips a page.
pub(super) fn page(source: &str) -> Stripped {
    let page = String::with_capacity(source.len() / 2);
    let mut it = Stripped { page, linked_data: Vec::new(), lost: None };
    let mut left = MOST_LINKED_DATA;
    let lower = source.to_ascii_lowercase();
    let mut done = 0;
    let mut at = 0;
    // Where no closing tag of an element follows, none is looked for again: each look reads to the
    // end of the page.
    let mut unclosed: Vec<&str> = Vec::new();
    while let Some(open) = lower.get(at..).and_then(|it| it.find('<')).map(|it| at + it) {
        at = open + 1;
        let rest = lower.get(open..).unwrap_or_default();
        if !rest.as_bytes().get(1).is_some_and(|it| it.is_ascii_lowercase() || *it == b'!') {
            continue;
        }
        let end = if rest.starts_with("<!--") {
            if unclosed.contains(&"--") {
                continue;
            }
            let Some(end) = rest.find("-->") else {
                unclosed.push("--");
                continue;
            };
            open + end + 3
        } else if let Some(name) = RAW.iter().find(|it| opens(rest, it)) {
            if unclosed.contains(name) {
                continue;
            }
            let Some((inner, close, end)) = element(rest, name) else {
                unclosed.push(name);
                continue;
            };
            let is_data =
                *name == "script" && rest.get(..inner).is_some_and(|it| it.contains("ld+json"));
            if is_data && close - inner <= left {
                it.linked_data.extend(source.get(open + inner..open + close).map(str::to_owned));
                left -= close - inner;
            } else if is_data {
                it.lost = Some("linked data");
            }
            open + end
        } else {
            continue;
        };
        it.page.push_str(source.get(done..open).unwrap_or_default());
        (done, at) = (end, end);
    }
    it.page.push_str(source.get(done..).unwrap_or_default());
    it
}

fn opens(rest: &str, name: &str) -> bool {
    let after = rest.get(1..).and_then(|it| it.strip_prefix(name));
    after.is_some_and(|it| it.starts_with(|it: char| it.is_whitespace() || it == '>' || it == '/'))
}

/// Where an element's content begins and ends, and where the element ends.
fn element(rest: &str, name: &str) -> Option<(usize, usize, usize)> {
    let inner = rest.find('>')? + 1;
    if rest.get(..inner)?.ends_with("/>") && name == "svg" {
        return Some((inner, inner, inner));
    }
    let mut from = inner;
    loop {
        let close = from + rest.get(from..)?.find("</")?;
        let after = rest.get(close + 2..)?;
        if after.starts_with(name) {
            let end = close + after.find('>')? + 3;
            return Some((inner, close, end));
        }
        from = close + 2;
    }
}

#[cfg(test)]
mod tests {
    fn check(source: &str, page: &str, linked_data: &[&str]) {
        let it = super::page(source);
        assert_eq!(it.page, page);
        assert_eq!(it.linked_data, linked_data);
    }

    #[test]
    fn scripts_styles_and_comments_go() {
        check(
            "<p>One<!-- two --><SCRIPT a=b>if (x<y) '</p>'</SCRIPT ><style>p{}</style></p>",
            "<p>One</p>",
            &[],
        );
        check("<svg/><p>One</p><svg><text>no</text></svg>", "<p>One</p>", &[]);
    }

    #[test]
    fn linked_data_is_kept_apart() {
        check("<script type=\"application/ld+json\">{}</script>x", "x", &["{}"]);
    }

    #[test]
    fn what_is_never_closed_stays() {
        check("<p>One<!-- two<script>three", "<p>One<!-- two<script>three", &[]);
        check("<scripture>One</scripture>", "<scripture>One</scripture>", &[]);
    }
}

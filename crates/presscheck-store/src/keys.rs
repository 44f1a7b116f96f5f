//! Keys: by what an article is known again when it comes a second time.

use presscheck::model::Article;
use url::Url;

/// Parameters that say how a reader came to a page and nothing about which page it is.
const TRACKING: &[&str] = &["fbclid", "gclid", "dclid", "msclkid", "mc_cid", "mc_eid", "igshid"];

/// The keys of an article, those first that prove most.
pub(crate) struct Keys {
    /// By its own address, and by the one it was fetched from.
    pub(crate) addresses: Vec<String>,
    /// By the id it was given, and by its file.
    pub(crate) others: Vec<String>,
}

impl Keys {
    /// `file` is the whole path of a file that holds this article and no other.
    pub(crate) fn of(article: &Article, file: Option<&str>) -> Keys {
        let addresses = [article.url.as_deref(), article.place.url.as_deref()];
        let mut addresses: Vec<String> =
            addresses.into_iter().flatten().filter_map(address).collect();
        addresses.dedup();
        let mut others = Vec::new();
        if is_given(article) {
            let outlet = article.outlet.as_ref().map_or("", |it| it.value.as_str());
            others.push(format!("id:{}@{}", article.id.0, outlet.to_lowercase()));
        }
        others.extend(file.map(|it| format!("file:{it}")));
        Keys { addresses, others }
    }

    pub(crate) fn all(&self) -> impl Iterator<Item = &String> {
        self.addresses.iter().chain(&self.others)
    }
}

/// Whether the article came with an id: one made from its bytes would not know a changed article
/// again.
fn is_given(article: &Article) -> bool {
    let made = article.id.0.strip_prefix('a');
    made.is_none_or(|it| it.is_empty() || !article.sha256.starts_with(it))
}

/// The key for an address: without its fragment and what only tracks readers. The front page of a
/// site is no article's address, whatever a page says of itself.
pub(crate) fn address(url: &str) -> Option<String> {
    let mut url = Url::parse(url).ok().filter(|it| matches!(it.scheme(), "http" | "https"))?;
    url.set_fragment(None);
    let tracks = |name: &str| name.starts_with("utm_") || TRACKING.contains(&name);
    let kept: Vec<(String, String)> = url
        .query_pairs()
        .filter(|(name, _)| !tracks(name))
        .map(|it| (it.0.into(), it.1.into()))
        .collect();
    if kept.is_empty() {
        url.set_query(None);
    } else {
        url.query_pairs_mut().clear().extend_pairs(&kept);
    }
    let path = url.path().trim_end_matches('/');
    if path.is_empty() && kept.is_empty() {
        return None;
    }
    let host = url.host_str()?;
    let port = url.port().map(|it| format!(":{it}")).unwrap_or_default();
    let query = url.query().map(|it| format!("?{it}")).unwrap_or_default();
    // `http` and `https` are one page.
    Some(format!("url:{host}{port}{path}{query}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(one: &str, other: &str, same: bool) {
        assert_eq!(address(one) == address(other), same, "{one} and {other}");
    }

    #[test]
    fn an_address_is_known_again_whatever_way_a_reader_came() {
        check("http://vik.example/tide", "https://VIK.example/tide/#top", true);
        check("https://vik.example/tide?utm_source=x&fbclid=1", "https://vik.example/tide", true);
        check("https://vik.example/tide?page=2&utm_id=4", "https://vik.example/tide?page=2", true);
    }

    #[test]
    fn two_pages_of_one_site_are_two() {
        check("https://vik.example/?id=7", "https://vik.example/?id=8", false);
        check("https://vik.example/Tide", "https://vik.example/tide", false);
        check("https://vik.example:8080/tide", "https://vik.example/tide", false);
    }

    #[test]
    fn a_front_page_is_no_articles_address() {
        assert_eq!(address("https://vik.example/"), None);
        assert_eq!(address("mailto:desk@vik.example"), None);
        assert_eq!(address("not an address"), None);
    }
}

//! Blocks: the paragraphs of a page, each with where it stands in the page's tree.

use trafilatura::dom::{Document, NodeId};

use super::names;

/// One paragraph, heading, list entry or cell.
#[derive(Clone, Debug)]
pub(super) struct Block {
    /// Its words, with one blank between two.
    pub(super) text: String,
    /// What it is.
    pub(super) tag: Tag,
    /// What it stands in.
    pub(super) place: Place,
    /// How many bytes of it are links.
    pub(super) link_bytes: usize,
}

impl Block {
    /// How much of it is links, 0 to 1.
    pub(super) fn link_share(&self) -> f32 {
        share(self.link_bytes, self.text.len())
    }
}

/// A part of a whole; counts of bytes of one block stay small.
#[allow(clippy::cast_precision_loss, reason = "a share needs no last digit")]
pub(super) fn share(part: usize, whole: usize) -> f32 {
    if whole == 0 { 0.0 } else { (part as f32 / whole as f32).min(1.0) }
}

/// The element that makes a block.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug, Default)]
pub(super) enum Tag {
    /// `<p>`.
    Paragraph,
    /// `<h1>`.
    Title,
    /// `<h2>` to `<h6>`.
    Heading,
    /// `<li>`, `<dt>`, `<dd>`.
    Entry,
    /// `<td>`, `<th>`.
    Cell,
    /// `<figcaption>`.
    Caption,
    /// `<time>`, `<address>` and other elements that stand alone.
    #[default]
    Other,
}

/// What a block stands in, as far as the tree and the names of classes say.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub(super) struct Place {
    pub(super) article: bool,
    pub(super) main: bool,
    pub(super) header: bool,
    pub(super) footer: bool,
    pub(super) nav: bool,
    pub(super) aside: bool,
    pub(super) form: bool,
    pub(super) figure: bool,
    pub(super) quote: bool,
    pub(super) list: bool,
    pub(super) table: bool,
    /// A class or id that says “body of the article”.
    pub(super) named_body: bool,
    /// One that says “caption”.
    pub(super) named_caption: bool,
    /// One that says “byline” or “author”.
    pub(super) named_byline: bool,
    /// One that says “date” or “published”.
    pub(super) named_date: bool,
    /// One that says “headline” or “title”.
    pub(super) named_title: bool,
    /// One that says “related”, “promo”, “share”, “newsletter”, “comment” or the like.
    pub(super) named_chrome: bool,
    /// One that says “copyright” or “credit”.
    pub(super) named_credit: bool,
    /// One that says “standfirst”, “lead”, “subtitle” or the like.
    pub(super) named_lead: bool,
    /// Those of `named_chrome` that say “related” and the like.
    pub(super) named_related: bool,
    /// … “newsletter”, “subscribe” and the like.
    pub(super) named_offer: bool,
    /// … “comment” and the like.
    pub(super) named_comment: bool,
    /// … “author-bio” and the like.
    pub(super) named_writer: bool,
    /// One that says “infobox”, “factbox”, “sidebar”.
    pub(super) named_box: bool,
    /// The element that makes the block, the one around it, and the one around that: numbers in the
    /// order of the page, 0 for none.
    pub(super) around: [u32; 3],
    /// Depth in the tree, up to 255.
    pub(super) depth: u8,
}

impl Place {
    /// All that is or is not so, in one fixed order.
    pub(super) fn flags(&self) -> [bool; 24] {
        let Place { article, main, header, footer, nav, aside, form, figure, quote, list, .. } =
            *self;
        let Place { table, named_body, named_caption, named_byline, named_date, .. } = *self;
        let Place { named_title, named_chrome, named_credit, named_lead, .. } = *self;
        let Place { named_related, named_offer, named_comment, named_writer, named_box, .. } =
            *self;
        [
            article,
            main,
            header,
            footer,
            nav,
            aside,
            form,
            figure,
            quote,
            list,
            table,
            named_body,
            named_caption,
            named_byline,
            named_date,
            named_title,
            named_chrome,
            named_credit,
            named_lead,
            named_related,
            named_offer,
            named_comment,
            named_writer,
            named_box,
        ]
    }
}

/// A tree deeper than this is not handed to the extractor, which walks it by recursion. The deepest
/// page of the extraction sets has 58 levels.
pub(super) const MOST_DEPTH: u8 = 200;

/// The blocks of a page, and the depth and size of its tree.
pub(super) struct Blocks {
    pub(super) all: Vec<Block>,
    /// Up to 255.
    pub(super) deepest: u8,
    /// Nodes that were looked at.
    pub(super) n_nodes: usize,
}

/// The blocks of a page, in its order.
pub(super) fn of(page: &Document) -> Blocks {
    let mut walk =
        Walk { page, found: Vec::new(), open: Block::empty(), breaks: 0, deepest: 0, n_made: 0 };
    let mut n_nodes = 0;
    let mut stack = vec![Step::Enter(page.root(), Place::default(), Tag::Other, false)];
    while let Some(step) = stack.pop() {
        match step {
            Step::End(tag, place) => walk.end(tag, place),
            Step::Enter(node, place, tag, link) => {
                n_nodes += 1;
                walk.enter(node, place, (tag, link), &mut stack);
            }
        }
    }
    walk.end(Tag::Other, Place::default());
    Blocks { all: walk.found, deepest: walk.deepest, n_nodes }
}

enum Step {
    /// A node, what it stands in, the block that it is in, and whether that is a link.
    Enter(NodeId, Place, Tag, bool),
    /// The end of a block; what stands around it goes on.
    End(Tag, Place),
}

struct Walk<'a> {
    page: &'a Document,
    found: Vec<Block>,
    open: Block,
    /// Line breaks since the last word.
    breaks: usize,
    deepest: u8,
    /// Elements so far that make blocks.
    n_made: u32,
}

impl Block {
    fn empty() -> Block {
        Block { text: String::new(), tag: Tag::Other, place: Place::default(), link_bytes: 0 }
    }
}

impl Walk<'_> {
    fn enter(
        &mut self,
        node: NodeId,
        place: Place,
        (tag, link): (Tag, bool),
        stack: &mut Vec<Step>,
    ) {
        self.deepest = self.deepest.max(place.depth);
        if self.page.is_text(node) {
            return self.words(&self.page.text_content(node), link);
        }
        let name = self.page.tag_name(node);
        if is_unseen(name) || (self.page.is_element(node) && is_hidden(self.page, node)) {
            return;
        }
        if name == "br" {
            self.breaks += 1;
            if self.breaks > 1 {
                self.end(tag, place);
            }
            return;
        }
        let mut inside = if name.is_empty() { place } else { within(place, self.page, node, name) };
        let own = block_tag(name);
        if let Some(own) = own {
            self.n_made = self.n_made.saturating_add(1);
            inside.around = [self.n_made, place.around[0], place.around[1]];
            self.end(own, inside);
            stack.push(Step::End(tag, place));
        }
        let link = link || name == "a";
        for child in self.page.child_nodes(node).into_iter().rev() {
            stack.push(Step::Enter(child, inside, own.unwrap_or(tag), link));
        }
    }

    fn words(&mut self, text: &str, link: bool) {
        let mut blank = text.starts_with(char::is_whitespace) || self.breaks > 0;
        for word in text.split_whitespace() {
            if blank && !self.open.text.is_empty() {
                self.open.text.push(' ');
            }
            self.open.text.push_str(word);
            self.open.link_bytes += if link { word.len() } else { 0 };
            (blank, self.breaks) = (true, 0);
        }
        if text.ends_with(char::is_whitespace)
            && !matches!(self.open.text.chars().last(), None | Some(' '))
        {
            self.open.text.push(' ');
        }
    }

    /// Ends the open block; what comes next stands in `tag` and `place`.
    fn end(&mut self, tag: Tag, place: Place) {
        let next = Block { tag, place, ..Block::empty() };
        let mut done = std::mem::replace(&mut self.open, next);
        done.text.truncate(done.text.trim_end().len());
        if !done.text.is_empty() {
            self.found.push(done);
        }
        self.breaks = 0;
    }
}

/// Elements whose text nobody reads.
fn is_unseen(name: &str) -> bool {
    matches!(
        name,
        "script"
            | "style"
            | "noscript"
            | "template"
            | "svg"
            | "math"
            | "head"
            | "iframe"
            | "object"
            | "select"
            | "option"
            | "datalist"
            | "textarea"
            | "input"
            | "button"
            | "audio"
            | "video"
            | "canvas"
            | "map"
            | "dialog"
    )
}

fn is_hidden(page: &Document, node: NodeId) -> bool {
    if page.get_attribute(node, "hidden").is_some()
        || page.get_attribute(node, "aria-hidden").is_some_and(|it| it == "true")
    {
        return true;
    }
    let style = page.get_attribute(node, "style").unwrap_or_default();
    let style: String = style.chars().filter(|it| !it.is_whitespace()).collect();
    let style = style.to_ascii_lowercase();
    style.contains("display:none") || style.contains("visibility:hidden")
}

/// The block that an element makes; `None` for those that run with the text.
fn block_tag(name: &str) -> Option<Tag> {
    Some(match name {
        "p" | "pre" => Tag::Paragraph,
        "h1" => Tag::Title,
        "h2" | "h3" | "h4" | "h5" | "h6" => Tag::Heading,
        "li" | "dt" | "dd" => Tag::Entry,
        "td" | "th" => Tag::Cell,
        "figcaption" => Tag::Caption,
        "div" | "section" | "article" | "main" | "header" | "footer" | "nav" | "aside" | "ul"
        | "ol" | "dl" | "table" | "tr" | "tbody" | "thead" | "figure" | "blockquote" | "form"
        | "fieldset" | "address" | "hr" | "body" | "html" | "details" | "summary" | "center"
        | "label" | "legend" => Tag::Other,
        _ => return None,
    })
}

fn within(place: Place, page: &Document, node: NodeId, name: &str) -> Place {
    let mut inside = place;
    inside.depth = place.depth.saturating_add(1);
    match name {
        "article" => inside.article = true,
        "main" => inside.main = true,
        "header" => inside.header = true,
        "footer" => inside.footer = true,
        "nav" => inside.nav = true,
        "aside" => inside.aside = true,
        "form" => inside.form = true,
        "figure" | "picture" => inside.figure = true,
        "blockquote" => inside.quote = true,
        "ul" | "ol" | "dl" => inside.list = true,
        "table" => inside.table = true,
        "figcaption" => inside.named_caption = true,
        "time" => inside.named_date = true,
        "body" | "html" => return inside,
        _ => {}
    }
    let mut names = String::new();
    for attribute in ["class", "id", "role", "itemprop", "rel", "data-testid", "data-component"] {
        if let Some(it) = page.get_attribute(node, attribute) {
            names.push(' ');
            names.extend(it.chars().take(200).map(|it| it.to_ascii_lowercase()));
        }
    }
    if !names.is_empty() {
        names::mark(&mut inside, &names);
    }
    inside
}

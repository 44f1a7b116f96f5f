//! The workspace by what it keeps, in invented news.

mod foreign;
mod known;
mod schema;
mod settling;

use std::path::PathBuf;

use jiff::Timestamp;
use presscheck::model::Place;
use presscheck::read::{self, Input, StatedOutside};
use tempfile::TempDir;

use crate::{Incoming, Moment, Receipt, Source, Workspace};

/// A ferry sinks.
const FERRY: &str = "\
Ferry sinks off Vik in a storm

The ferry Halcyon sank off Vik on Sunday and 14 people drowned, the coast guard said.
“We will search until the storm ends,” said Captain Ada Lund of the coast guard.
The mayor of Vik, Zoë Díaz, agreed to open the harbour only if the storm ends.
";

/// The same event in other words.
const RESCUE: &str = "\
Search goes on for ferry Halcyon off Vik

Boats of the coast guard searched the sea off Vik on Monday for the ferry Halcyon, which sank.
Captain Ada Lund of the coast guard said 15 people had drowned when the Halcyon sank off Vik.
“We will search until the storm ends,” Lund said. Mayor Zoë Díaz of Vik closed the harbour.
";

/// Another event.
const TARIFF: &str = "\
Orsova halves its tariff on copper

The parliament of Orsova voted on Tuesday to halve the tariff on copper wire.
Finance minister Ilya Brandt said the vote would save smelters 3 million crowns a year.
";

/// A workspace in a folder of its own, and a clock that goes on by a second at each look.
struct Desk {
    folder: TempDir,
    workspace: Workspace,
    seconds: i64,
}

impl Desk {
    fn new() -> Desk {
        let folder = tempfile::tempdir().unwrap();
        let workspace = Workspace::open_or_make(&folder.path().join("desk.db")).unwrap();
        Desk { folder, workspace, seconds: 1_936_000_000 }
    }

    fn path(&self) -> PathBuf {
        self.folder.path().join("desk.db")
    }

    fn now(&mut self) -> Moment {
        self.seconds += 1;
        Timestamp::from_second(self.seconds).unwrap().into()
    }

    fn take(&mut self, it: Incoming) -> Receipt {
        let now = self.now();
        let run = self.workspace.begin(&[], &now).unwrap();
        self.workspace.take(run, &[it], &now).unwrap().remove(0)
    }

    fn settle(&mut self) -> Moment {
        let now = self.now();
        self.workspace.settle(&now, &mut |_| {}).unwrap();
        now
    }

    /// The stories, each as the ids of its articles.
    fn stories(&self) -> Vec<Vec<String>> {
        let ids = |story: &str| {
            let articles = self.workspace.articles(Some(story)).unwrap();
            let mut ids: Vec<String> = articles.into_iter().map(|it| it.id).collect();
            ids.sort();
            ids
        };
        let mut found: Vec<Vec<String>> =
            self.workspace.stories().unwrap().iter().map(|it| ids(&it.id)).collect();
        found.sort();
        found
    }

    fn story_of(&self, article: &str) -> String {
        self.workspace.article(article).unwrap().story.unwrap()
    }
}

/// A text file.
fn file(name: &str, text: &str) -> Incoming {
    stated(name, text, StatedOutside::default())
}

fn page(url: &str, text: &str) -> Incoming {
    stated("page.txt", text, StatedOutside { url: Some(url.to_owned()), ..Default::default() })
}

fn stated(name: &str, text: &str, stated: StatedOutside) -> Incoming {
    let place = Place { path: Some(name.to_owned()), url: None };
    let input = Input { bytes: text.as_bytes(), place, stated: stated.clone(), media_type: None };
    let article = read::articles(&input).articles.remove(0);
    let source =
        Source { bytes: text.as_bytes().to_vec(), ending: ".txt".to_owned(), media_type: None };
    Incoming { article, source, stated, file: Some(format!("/desk/{name}")) }
}

fn by(outlet: &str, name: &str, text: &str) -> Incoming {
    stated(name, text, StatedOutside { outlet: Some(outlet.to_owned()), ..Default::default() })
}

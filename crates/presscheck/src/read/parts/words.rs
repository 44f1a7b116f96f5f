//! Words of furniture, in lower case without accents: tables of `furniture`.

/// Whole lines, in lower case without marks at the ends; sorted.
#[rustfmt::skip]
pub(super) const WHOLE: &[&str] = &[
    "about", "about the author", "about us", "accept", "accept all", "account", "ad",
    "add a comment", "add comment", "ads", "advert", "advertise", "advertise with us",
    "advertisement", "advertisement - scroll to continue", "advertising", "advertorial",
    "all rights reserved", "also read", "anzeige", "app store", "archive", "archives",
    "article continues after advertisement", "article continues below",
    "article continues below advertisement", "article continues below this ad",
    "article information", "article intelligence", "back to top", "bookmark", "breaking news",
    "browse", "business", "buy now", "cancel", "careers", "categories", "category", "classifieds",
    "click here", "close", "close menu", "comment", "comments", "contact", "contact us",
    "continue reading", "continue reading below", "continue reading the main story",
    "cookie policy", "cookie settings", "cookies", "copy link", "copy url", "copyright", "culture",
    "discover more", "donate", "donate now", "download", "e-edition", "e-mail", "e-paper",
    "editor's picks", "editors' picks", "email", "email address", "email this article",
    "entertainment", "explore more", "facebook", "fashion", "featured", "follow", "follow us",
    "gallery", "games", "get the app", "google news", "google play", "health", "help",
    "hide caption", "home", "homepage", "instagram", "jobs", "join the conversation",
    "jump to comments", "jump to content", "keep reading", "latest", "latest articles",
    "latest news", "latest posts", "latest stories", "learn more", "leave a comment",
    "leave a reply", "lifestyle", "like", "like this", "linkedin", "listen", "listen to article",
    "listen to this article", "listen to this story", "live", "load more", "loading", "local news",
    "log in", "log out", "login", "magazine", "main menu", "manage preferences", "menu",
    "messenger", "more", "more articles", "more from", "more from this author", "more news",
    "more on this story", "more stories", "most popular", "most read", "most recent", "most viewed",
    "my account", "navigation", "network", "new", "news", "newsletter", "newsletters", "next",
    "next article", "next post", "no comments", "no comments yet", "obituaries", "open in app",
    "opinion", "our newsletter", "paid content", "paid post", "photos", "pinterest", "podcast",
    "podcasts", "politics", "popular", "popular posts", "post comment", "premium", "preview",
    "previous", "previous article", "previous post", "print", "print article", "privacy",
    "privacy policy", "privacy settings", "promoted", "puzzles", "radio", "read also",
    "read comments", "read full article", "read in app", "read more", "read more about",
    "read next", "recent comments", "recent posts", "recommended", "recommended for you",
    "recommended reading", "recommended stories", "reddit", "register", "related",
    "related article", "related articles", "related content", "related coverage", "related links",
    "related news", "related posts", "related reading", "related stories", "related story",
    "related tags", "related topics", "related video", "related videos", "reply",
    "report a mistake", "report an error", "reprints", "rss", "save", "save article",
    "scroll to continue", "search", "search for", "section", "sections", "see all", "see also",
    "see comments", "see more", "send", "settings", "share", "share on facebook",
    "share on social media", "share on twitter", "share on x", "share this", "share this article",
    "share this page", "share this post", "share this story", "shop", "shop now", "show caption",
    "show comments", "show more", "sign in", "sign out", "sign up", "sign up now", "site map",
    "sitemap", "skip advertisement", "skip to content", "skip to main content",
    "skip to navigation", "skip to search", "sponsored", "sponsored content", "sponsored links",
    "sport", "sports", "start your free trial", "story continues below advertisement", "submit",
    "subscribe", "subscribe now", "subscribe today", "support us", "tags", "tap to unmute",
    "technology", "telegram", "terms", "terms and conditions", "terms of service", "terms of use",
    "thank you for reading", "thanks for reading", "toggle menu", "toggle navigation", "top news",
    "top stories", "topics", "travel", "trending", "trending now", "tumblr", "tweet", "twitter",
    "unsubscribe", "us news", "video", "videos", "view all", "view all posts", "view comments",
    "view gallery", "view more", "view profile", "watch", "watch live", "watch now", "weather",
    "website", "werbung", "whatsapp", "world", "world news", "write a comment", "x",
    "you may also like", "you might also be interested in", "you might also like", "your email",
    "your email address", "your name", "youtube",
];

/// How lines of a site begin.
#[rustfmt::skip]
pub(super) const STARTS: &[&str] = &[
    "article continues", "article topic", "by clicking ", "by continuing ",
    "by entering your email", "by signing up", "by submitting ", "by subscribing",
    "by using this site", "check out our ", "click here ", "click to ", "comments (",
    "comments are ", "contact us ", "continue reading", "create a free account",
    "create an account", "create your ", "do you have a story", "don't have an account",
    "don't miss ", "download our ", "download the app", "enter your email", "filed under",
    "find us on", "follow @", "follow us ", "for more information, visit", "for more news",
    "get all the latest", "get breaking news", "get more ", "get our ", "get the best of",
    "get the latest", "get the morning newsletter", "get unlimited", "get updates", "get your ",
    "got a confidential", "got a news tip", "got a story", "got a tip", "have a news tip",
    "have a story", "have a tip", "have an account", "hide comments", "if you have a story",
    "if you want to share", "if you would like to share", "invalid email", "join our ",
    "join the conversation", "jump to ", "latest from ", "leave a comment", "leave a reply",
    "leave this field", "like us on", "listen now", "listen: ", "load comments", "loading ",
    "log in to", "more about:", "more coverage", "more from ", "more in ", "more like this",
    "more must-reads", "more on this", "more stories from", "more to read", "more:",
    "most read in ", "need help", "newsletter sign", "not a subscriber", "notify me of",
    "on this topic", "open in a new", "opens in a new", "please enter ",
    "please keep your comments", "please log in", "please read our", "please share ",
    "please sign in", "please subscribe", "please verify", "posted in", "published in ",
    "read also", "read more", "read next", "read our ", "read the full", "read the original",
    "read:", "recommended:", "related article", "related:", "related stories", "report this",
    "required fields", "save my name", "see also", "see more", "send us ", "send your ",
    "send a tip", "share on ", "share this", "share via", "sign in to", "sign in with",
    "sign up for", "sign up here", "sign up to", "skip to ", "source link", "story continues",
    "submit a ", "submit your", "subscribe for", "subscribe to", "subscribe with", "support our ",
    "support independent", "tagged ", "tags:", "tap here", "tell us what",
    "thank you for subscribing", "thank you for signing", "thanks for signing",
    "this article is for", "this site is protected", "this website uses", "to comment, ",
    "to continue reading", "to leave a comment", "topics:", "trending:", "view all ",
    "view this post on", "visit our ", "want more ", "watch live", "watch now", "watch:",
    "we use cookies", "we welcome your", "what do you think", "what to read next", "write to us",
    "you are now ", "you can find ", "you can unsubscribe", "you have been", "you have entered",
    "you may also", "you may unsubscribe", "you might also", "you must be logged", "you need to",
    "your account", "your browser", "your comment", "your email", "your privacy",
    "your subscription", "you've been ", "you've successfully", "lesen sie auch", "lesen sie mehr",
    "mehr zum thema", "newsletter abonnieren", "jetzt abonnieren", "a lire aussi", "lire aussi",
    "voir aussi", "lea tambien", "le puede interesar", "te puede interesar", "leia tambem",
    "leia mais", "leggi anche", "lees ook", "lees meer", "las ocksa", "les ogsa", "laes ogsa",
    "czytaj takze", "zobacz takze", "читайте также", "haberin devami",
];

/// What lines of a site hold, wherever.
#[rustfmt::skip]
pub(super) const HOLDS: &[&str] = &[
    "externen inhalt", "externe inhalte", "externer inhalt", "externen inhalte", "eingebettete inhalte",
    "contenido externo", "contenu externe", "contenuto esterno", "embedded content", "accept our ", "ad blocker", "adblock", "affiliate commission", "affiliate links",
    "all fields are required", "article was originally published on", "community guidelines",
    "cookie policy", "email address will not be published", "email protected", "enable javascript",
    "free newsletter", "free trial", "in your inbox", "javascript is disabled", "minute read",
    "min read", "next time i comment", "our newsletter", "our newsletters", "our privacy policy",
    "our terms", "privacy policy", "recaptcha", "republish this", "respectful and relevant",
    "subscribe to our", "terms of service", "terms of use", "terms and conditions",
    "this field is for validation", "to your inbox", "unsubscribe at any", "use this form",
    "with our app", "yes, i would like", "in this browser for the next time",
    "civil and constructive",
];

/// Agencies and sellers of pictures that sign captions and copies.
#[rustfmt::skip]
pub(super) const AGENCIES: &[&str] = &[
    "afp", "ap", "associated press", "reuters", "getty", "getty images", "dpa", "epa", "efe",
    "ansa", "bloomberg", "shutterstock", "alamy", "press association", "pa media", "xinhua", "tass",
    "imago", "istock", "zuma", "upi", "nurphoto",
];

/// Who helped: the first four wherever they stand, the others at the start of a line.
#[rustfmt::skip]
pub(super) const GIVEN: &[&str] = &[
    "contributed to this report", "contributed to this story", "contributed reporting",
    "contributed to this article", "with assistance from", "with reporting by",
    "with reporting from", "additional reporting by", "(reporting by", "reporting by ",
    "(editing by", "editing by ", "writing by ", "this story was originally published by",
    "contributing:", "contributors:", "this article was first published",
];

/// How lines begin that say whose a picture is.
#[rustfmt::skip]
pub(super) const PICTURES: &[&str] = &[
    "photo:", "photo by", "photos:", "photos by", "photograph:", "photograph by", "photography by",
    "image:", "image credit", "images:", "picture:", "pictures:", "credit:", "photo credit",
    "image source", "foto:", "bild:", "getty images", "file photo", "illustration:",
    "illustration by", "crédit", "credits:", "video by", "graphic:", "source:",
];

/// What pages count.
#[rustfmt::skip]
pub(super) const COUNTED: &[&str] = &[
    "comment", "comments", "share", "shares", "views", "view", "likes", "like", "min", "mins",
    "replies", "reads", "followers", "reactions", "responses",
];

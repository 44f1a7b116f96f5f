//! Words that matter for telling who said what. The lists are our own.

use std::collections::BTreeMap;
use std::sync::LazyLock;

/// What a word can do in a sentence that reports speech: a set of the flags below.
#[derive(Clone, Copy, PartialEq, Eq, Default, Debug)]
pub(super) struct Class(u32);

impl Class {
    /// A verb of saying: takes words between marks, or a clause.
    pub(super) const SAY: Class = Class(1);
    /// A verb of thinking or showing: takes a clause.
    pub(super) const THINK: Class = Class(1 << 1);
    /// A verb of judging or urging: takes a few words between marks, seldom a clause.
    pub(super) const JUDGE: Class = Class(1 << 2);
    /// Has an object that hears: “told reporters that”.
    pub(super) const HEARER: Class = Class(1 << 3);
    /// The -ing form.
    pub(super) const ING: Class = Class(1 << 4);
    /// The past form or participle.
    pub(super) const PAST: Class = Class(1 << 5);
    /// Also a noun in this form: “claims”, “report”.
    pub(super) const NOUN: Class = Class(1 << 6);
    /// “has”, “would”, “was”.
    pub(super) const AUX: Class = Class(1 << 7);
    /// A form of “be”: a past form after it is passive.
    pub(super) const BE: Class = Class(1 << 8);
    /// “also”, “later”; words in -ly get it too.
    pub(super) const ADVERB: Class = Class(1 << 9);
    /// “not”, “never”.
    pub(super) const NOT: Class = Class(1 << 10);
    /// “the”, “his”, “this”.
    pub(super) const DET: Class = Class(1 << 11);
    /// A pronoun that can be a subject.
    pub(super) const PRONOUN: Class = Class(1 << 12);
    /// “of”, “for”.
    pub(super) const PREP: Class = Class(1 << 13);
    /// “and”, “while”.
    pub(super) const CONJ: Class = Class(1 << 14);
    /// “who”, “which”.
    pub(super) const RELATIVE: Class = Class(1 << 15);
    /// “Monday”, “today”.
    pub(super) const TIME: Class = Class(1 << 16);
    /// “statement”, “tweet”: words given as a text.
    pub(super) const TEXT: Class = Class(1 << 17);
    /// The base form or the present.
    pub(super) const PRESENT: Class = Class(1 << 18);
    /// A verb that is no cue: ends a noun phrase.
    pub(super) const VERB: Class = Class(1 << 19);
    /// “him”, “them”, “reporters”: hears.
    pub(super) const OBJECT: Class = Class(1 << 20);
    /// “declined”, “refused”, “failed”: before “to say”, turns it round.
    pub(super) const DECLINE: Class = Class(1 << 21);

    /// Whether it can do anything that `other` names.
    pub(super) fn is(self, other: Class) -> bool {
        self.0 & other.0 != 0
    }

    /// Both.
    pub(super) const fn and(self, other: Class) -> Class {
        Class(self.0 | other.0)
    }
}

/// What the word can do; `lower` is in lower case.
pub(super) fn class(lower: &str) -> Class {
    let listed = WORDS.get(lower).copied().unwrap_or_default();
    if listed == Class::default() && lower.len() > 4 && lower.ends_with("ly") {
        return Class::ADVERB;
    }
    listed
}

static WORDS: LazyLock<BTreeMap<String, Class>> = LazyLock::new(|| {
    let mut words = BTreeMap::new();
    for (class, lemmas) in VERBS {
        for lemma in lemmas.split_whitespace() {
            inflect(&mut words, lemma, *class);
        }
    }
    for (class, listed) in OTHERS {
        for word in listed.split_whitespace() {
            put(&mut words, word, *class);
        }
    }
    for word in ALSO_NOUNS.split_whitespace() {
        put(&mut words, word, Class::NOUN);
    }
    words
});

fn put(words: &mut BTreeMap<String, Class>, word: &str, class: Class) {
    let entry = words.entry(word.to_owned()).or_default();
    *entry = entry.and(class);
}

/// Adds a verb's forms. Irregular ones are given as `base/past/participle`; a doubled final
/// consonant as `quip+`.
fn inflect(words: &mut BTreeMap<String, Class>, lemma: &str, class: Class) {
    let mut forms = lemma.split('/');
    let written = forms.next().unwrap_or_default();
    let base = written.trim_end_matches('+');
    let doubled =
        if written.len() > base.len() { base.get(base.len() - 1..).unwrap_or("") } else { "" };
    let stem = base.strip_suffix('e').unwrap_or(base);
    let y = base.strip_suffix('y').filter(|it| !it.ends_with(['a', 'e', 'o', 'u']));
    let third = match y {
        Some(stem) => format!("{stem}ies"),
        None if base.ends_with(['s', 'x', 'h', 'z']) => format!("{base}es"),
        None => format!("{base}s"),
    };
    let past = match y {
        Some(stem) => format!("{stem}ied"),
        None => format!("{stem}{doubled}ed"),
    };
    let ing =
        if base.ends_with("ee") { format!("{base}ing") } else { format!("{stem}{doubled}ing") };
    put(words, base, class.and(Class::PRESENT));
    put(words, &third, class.and(Class::PRESENT));
    put(words, &ing, class.and(Class::ING));
    let mut irregular = false;
    for form in forms {
        irregular = true;
        put(words, form, class.and(Class::PAST));
    }
    if !irregular {
        put(words, &past, class.and(Class::PAST));
    }
}

const VERBS: &[(Class, &str)] = &[
    (
        Class::SAY,
        "say/said add state announce claim note explain argue insist write/wrote/written tweet post reply respond \
         answer continue conclude declare recall remark observe acknowledge admit+/admitted concede confirm deny \
         stress emphasize emphasise underline underscore reiterate repeat suggest assert contend maintain allege \
         report reveal disclose joke quip+/quipped shout yell scream chant cry whisper mumble murmur mutter testify \
         promise vow complain comment read/read agree caution counter exclaim lament boast brag+/bragged \
         elaborate mention proclaim protest rule speculate swear/swore/sworn wonder retweet text interject hint \
         indicate signal+ imply opine opined plead pray preach recount relate reason retort snap+/snapped sneer \
         sigh laugh shrug+/shrugged chuckle sob+/sobbed bellow holler roar bark growl quote narrate volunteer \
         venture muse ponder ask demand inquire query specify clarify summarize summarise describe express \
         echo deadpan+/deadpanned gush plead interrupt conclude decree certify attest pronounce stipulate email \
         message blog+/blogged live-tweet enthuse estimate predict forecast/forecast project reckon theorize \
         sing/sang/sung affirm reaffirm pledge apologize apologise intone scoff tease crow fume thunder vent \
         begin/began/begun close end recollect expound",
    ),
    (
        Class::SAY.and(Class::HEARER),
        "tell/told inform remind assure warn advise notify caution reassure instruct urge ask persuade convince \
         promise",
    ),
    (
        Class::THINK,
        "think/thought believe know/knew/known hope fear expect feel/felt find/found show/showed/shown learn/learned/learnt \
         realize realise recognize recognise understand/understood assume suspect doubt worry guess conclude determine \
         discover decide consider anticipate imagine foresee/foresaw/foreseen mean/meant prove demonstrate hear/heard \
         see/saw/seen figure judge hold/held",
    ),
    (
        Class::JUDGE,
        "call dismiss denounce condemn criticize criticise blast slam+/slammed praise hail brand label+ dub+/dubbed \
         characterize characterise accuse blame cite mock deride decry ridicule tout threaten reject urge welcome \
         thank demand propose offer seek/sought laud applaud berate castigate chide rebuke scold lambast lambaste \
         bemoan bash attack assail rip+/ripped portray depict term title compare liken refer+/referred speak/spoke/spoken \
         talk vow promise pledge demand request propose advocate defend question oppose support endorse commend salute \
         celebrate honor honour remember invoke cast/cast deplore disparage trash taunt tar+/tarred vilify \
         admonish exhort encourage implore beseech order command direct plan agree declare pronounce profess \
         address lash",
    ),
];

/// Forms of cue verbs that are at least as often nouns.
const ALSO_NOUNS: &str = "claim claims note notes report reports state states post posts comment comments promise promises \
    demand demands answer answers reply tweet tweets text texts joke jokes laugh laughs cry cries shout shouts scream \
    screams chant chants protest protests hint hints signal signals estimate estimates project projects forecast \
    forecasts doubt doubts hope hopes fear fears worry worries question questions quote quotes rule rules reason reasons \
    pledge pledges vow vows attack attacks call calls offer offers support order orders command commands brief briefs \
    label labels brand brands term terms title titles plan plans request requests praise blame judge judges show shows \
    address addresses message messages email emails blog blogs talk talks stress boast boasts remark remarks mention \
    end close ends closes caution whisper sing find finds finding findings ruling feeling feelings meaning thinking \
    warning warnings reading hearing hearings briefing briefings posting writing writings saying sayings understanding \
    meeting guess state-run thought thoughts felt cast direct figure figures slam rip direct counter complex repeat \
    query queries lament echo echoes mean means crow thunder vent proposal";

const OTHERS: &[(Class, &str)] = &[
    (
        Class::AUX,
        "has have had having do does did doing will would shall should can could may might must is are was were be been \
         being am isn't aren't wasn't weren't hasn't haven't hadn't don't doesn't didn't won't wouldn't can't couldn't \
         isn’t aren’t wasn’t weren’t hasn’t haven’t hadn’t don’t doesn’t didn’t won’t wouldn’t can’t couldn’t cannot \
         he's she's it's they're we're i'm he’s she’s it’s they’re we’re i’m",
    ),
    (
        Class::BE,
        "is are was were be been being am isn't aren't wasn't weren't isn’t aren’t wasn’t weren’t get got gets",
    ),
    (
        Class::NOT,
        "not never isn't aren't wasn't weren't hasn't haven't hadn't don't doesn't didn't won't wouldn't \
         isn’t aren’t wasn’t weren’t hasn’t haven’t hadn’t don’t doesn’t didn’t won’t wouldn’t cannot can't can’t",
    ),
    (
        Class::ADVERB,
        "also later then once again too further still even just already once often ever always soon now previously \
         reportedly allegedly simply only yet first earlier afterward afterwards repeatedly recently instead has-been \
         aloud twice thus hence once there here perhaps maybe however meanwhile moreover nonetheless nevertheless \
         basically famously early late today's long",
    ),
    (
        Class::DET,
        "the a an his her its their our my your this that these those some many several another each every no any one \
         both few most all such other two three four five six seven eight nine ten",
    ),
    (
        Class::PRONOUN,
        "he she they it i we you everyone everybody someone somebody nobody anyone others many some most both neither \
         those",
    ),
    (
        Class::PREP,
        "of for from with at in on to by against about near behind under over into between among within during \
         across through before after since until despite without inside outside around toward towards upon per \
         following via amid alongside",
    ),
    (
        Class::CONJ,
        "and but or nor while as when after before because although though if unless until since whereas so yet than \
         whether where why how once",
    ),
    (Class::RELATIVE, "who which whom whose that"),
    (
        Class::TIME,
        "monday tuesday wednesday thursday friday saturday sunday today yesterday tonight tomorrow mon tue tues wed thu \
         thurs fri sat sun morning afternoon evening night week month year january february march april june july august \
         september october november december jan feb mar apr jun jul aug sep sept oct nov dec weekend noon midnight",
    ),
    (
        Class::TEXT,
        "statement statements tweet tweets post posts letter letters report reports affidavit complaint memo email emails \
         message messages speech interview release note notes op-ed article book document documents filing filings \
         ruling indictment lawsuit transcript caption blog column editorial essay remarks testimony bulletin notice \
         advisory update communique communiqué readout text texts poll survey study paper account thread video assertion \
         claim claims assertions announcement comments words declaration resolution petition motion opinion order",
    ),
    (
        Class::VERB,
        "went go goes gone came come comes made make makes making took take takes taken taking gave give gives given \
         giving got get left leave began kept keep put let became become becomes led lead leads used try tried tries \
         turned meet met meets sent send sends won lost ran run runs sat stood stand stands brought bring held \
         pushed pushing appeared appears seemed seems looked looks remains remained remain stayed arrived visited faced \
         worked moved joined received spent paid built broke fell grew rose drew drove launched want wants wanted \
         according based including involving regarding need needs needed like likes liked",
    ),
    (
        Class::OBJECT,
        "me him them us her reporters journalists lawmakers supporters viewers listeners readers delegates voters \
         colleagues officers investigators police senators parliament congress court jurors lawyers staff employees \
         workers students parents members investors analysts you",
    ),
    (
        Class::DECLINE,
        "declined refused failed declines refuses refusing declining unwilling stopped",
    ),
];

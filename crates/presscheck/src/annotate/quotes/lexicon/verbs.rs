//! Verbs of saying, thinking, judging and wanting, by what they take.

use super::Class;

/// What verbs take. A verb stands in each row that fits it.
pub(super) const TAKES: &[(Class, &str)] = &[
    (
        Class::SAY,
        "say add state announce claim note explain argue insist write tweet retweet post reply respond answer continue \
         conclude declare recall remark observe acknowledge admit concede confirm deny stress emphasize emphasise \
         underline underscore reiterate repeat suggest assert contend maintain allege report reveal disclose joke quip \
         shout yell scream chant cry whisper mumble murmur mutter testify promise vow pledge complain comment read \
         caution warn counter exclaim lament bemoan boast brag elaborate mention proclaim protest rule speculate swear \
         wonder interject hint indicate signal opine plead pray preach recount retort snap sneer sigh laugh shrug chuckle \
         sob sing bellow holler roar bark growl quote narrate volunteer venture muse ponder ask demand inquire query \
         press specify clarify summarize summarise express echo gush interrupt decree certify attest pronounce message \
         blog enthuse predict theorize theorise affirm reaffirm apologize apologise intone scoff tease crow fume thunder \
         vent begin expound tell inform remind assure advise instruct urge implore beg text email deadpan rejoin \
         surmise posit decry deplore grumble gripe groan rant rave recite reminisce remember chide chime marvel confide \
         confess hiss bluster sniff utter blurt exhort profess reflect editorialize",
    ),
    (
        Class::CLAUSE,
        "say add state announce claim note explain argue insist write tweet reply respond conclude declare recall remark \
         observe acknowledge admit concede confirm deny stress emphasize emphasise reiterate repeat suggest assert \
         contend maintain allege report reveal disclose joke quip testify promise vow pledge complain caution warn \
         counter exclaim lament boast brag proclaim speculate swear hint indicate signal imply opine predict theorize \
         affirm reaffirm tell inform remind assure advise text email surmise posit confess confide think believe know \
         hope fear feel find show realize realise understand assume suspect guess determine decide anticipate expect \
         imagine figure reckon estimate forecast foresee bet wish agree recognize recognise worry doubt see hear \
         convince persuade demonstrate presume trust gather fret remember notice calculate rule protest grumble \
         profess bemoan regret pray post retweet cite",
    ),
    (
        Class::ASIDE,
        "say add write report announce note explain argue suggest acknowledge concede conclude confirm tweet state \
         observe remark predict warn claim assert contend maintain insist joke quip complain recall admit reveal \
         disclose indicate reckon believe show find figure allege vow promise explain reason estimate caution lament \
         boast brag testify speculate counter reply respond stress emphasize reiterate tell comment muse declare assert \
         recount hint imply confide confess",
    ),
    (
        Class::OBJECT,
        "announce note explain acknowledge admit concede confirm deny stress emphasize emphasise underline underscore \
         reiterate repeat suggest assert allege reveal disclose mention proclaim lament bemoan protest express echo \
         predict affirm reaffirm decry deplore tout describe outline detail recount recall characterize characterise \
         depict portray invoke reference cite quote claim declare voice articulate indicate imply specify clarify \
         summarize summarise discuss debate criticize criticise condemn denounce slam blast attack assail bash mock \
         ridicule deride dismiss reject oppose challenge question dispute contest refute rebut debunk contradict doubt \
         praise hail applaud laud commend welcome endorse support back defend favor favour champion advocate blame fault \
         rebuke scold lambast lambaste berate castigate chastise admonish chide disavow repudiate renounce downplay \
         resent regret appreciate accuse congratulate propose recommend urge demand request want threaten promise pledge \
         vow expect anticipate fear believe see regard think feel like warn caution belittle disparage vilify demonize \
         fault skewer lampoon savage excoriate pillory taunt jeer portray envision foresee think suspect love \
         hate dislike admire respect mourn thank compliment insult salute rip knock credit",
    ),
    (
        Class::HEARER,
        "tell inform remind assure warn advise notify caution reassure instruct ask persuade convince promise brief email \
         text message show teach",
    ),
    (
        Class::INFINITIVE,
        "promise vow pledge threaten offer propose demand agree plan want hope seek expect intend refuse decline aim \
         aspire prefer wish desire long yearn swear claim ask beg request fear plot volunteer profess like",
    ),
    (
        Class::ORDER,
        "urge ask order advise beg implore encourage instruct command persuade convince exhort beseech call request \
         warn remind counsel want expect entreat",
    ),
    (
        Class::AS,
        "describe portray depict characterize characterise cast denounce dismiss deride hail see view regard brand cite \
         paint treat frame tout define perceive recognize recognise praise mock label identify acknowledge condemn \
         criticize criticise ridicule slam blast reject bill",
    ),
    (
        Class::NAMING,
        "call label brand dub term nickname pronounce declare deem consider proclaim name",
    ),
    (
        Class::WHETHER,
        "know wonder question discuss debate ask explain decide understand doubt ponder consider address \
         describe",
    ),
    (Class::OF_ABOUT, "talk speak complain think warn boast brag write tell"),
    (
        Class::ABOUT,
        "comment worry care joke wonder speculate know learn ask rave rant gripe grumble gush tweet fret",
    ),
    (
        Class::FOR,
        "call push advocate argue press apologize plead campaign lobby hope wish vote pray look blame praise",
    ),
    (Class::TO, "refer point allude object admit confess"),
    (Class::ON, "comment call insist elaborate expound agree touch focus"),
    (Class::AGAINST, "argue speak rail inveigh lash campaign warn advise caution protest"),
    (Class::WITH, "agree disagree"),
    (Class::AT, "hint scoff sneer lash balk bristle marvel"),
    (Class::SEEM, "seem appear"),
    (
        Class::FACT,
        "ensure give provide make mean require guarantee cause result reach see prevent happen",
    ),
    (Class::DECLINE, "decline refuse fail stop cease neglect hesitate"),
    (Class::DENY, "deny dispute refute"),
];

/// Past form and participle of verbs that do not end in -ed.
pub(super) const IRREGULAR: &[(&str, &str)] = &[
    ("say", "said"),
    ("write", "wrote written"),
    ("read", "read"),
    ("swear", "swore sworn"),
    ("begin", "began begun"),
    ("tell", "told"),
    ("think", "thought"),
    ("know", "knew known"),
    ("feel", "felt"),
    ("find", "found"),
    ("show", "showed shown"),
    ("learn", "learned learnt"),
    ("understand", "understood"),
    ("foresee", "foresaw foreseen"),
    ("hear", "heard"),
    ("see", "saw seen"),
    ("seek", "sought"),
    ("speak", "spoke spoken"),
    ("cast", "cast"),
    ("sing", "sang sung"),
    ("bet", "bet"),
    ("teach", "taught"),
    ("forecast", "forecast"),
    ("beseech", "besought beseeched"),
];

/// Verbs that double their last letter before -ed and -ing.
pub(super) const DOUBLING: &str =
    "quip admit snap slam rip blog brag dub plan refer rebut plot sob beg stop";

/// Gives a verb's forms: base, third person, past, participle and -ing.
pub(super) fn forms(base: &str, mut give: impl FnMut(&str)) {
    let doubled = DOUBLING.split_whitespace().any(|it| it == base);
    let stem = base.strip_suffix('e').unwrap_or(base);
    let twice = if doubled { base.get(base.len() - 1..).unwrap_or_default() } else { "" };
    let changes_y =
        base.ends_with('y') && !["ay", "ey", "oy", "uy"].iter().any(|it| base.ends_with(it));
    give(base);
    match base.strip_suffix('y').filter(|_| changes_y) {
        Some(stem) => give(&format!("{stem}ies")),
        None if base.ends_with(['s', 'x', 'h', 'z', 'o']) => give(&format!("{base}es")),
        None => give(&format!("{base}s")),
    }
    let keeps_e = ["ee", "ye", "oe"].iter().any(|it| base.ends_with(it));
    give(&format!("{}{twice}ing", if keeps_e { base } else { stem }));
    if let Some((_, past)) = IRREGULAR.iter().find(|it| it.0 == base) {
        past.split_whitespace().for_each(give);
    } else if let Some(stem) = base.strip_suffix('y').filter(|_| changes_y) {
        give(&format!("{stem}ied"));
    } else {
        give(&format!("{stem}{twice}ed"));
    }
}

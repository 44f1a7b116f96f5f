//! Words other than verbs, by what they do.

use super::Class;

/// Each class with its words, in lower case. A word may stand in several rows.
pub(super) const OTHERS: &[(Class, &str)] = &[
    (
        Class::AUX,
        "has have had having do does did will would shall should can could may might must is are was were be been being \
         am isn't aren't wasn't weren't hasn't haven't hadn't don't doesn't didn't won't wouldn't can't couldn't shouldn't \
         isn’t aren’t wasn’t weren’t hasn’t haven’t hadn’t don’t doesn’t didn’t won’t wouldn’t can’t couldn’t shouldn’t \
         cannot",
    ),
    (
        Class::BE,
        "is are was were be been being am isn't aren't wasn't weren't isn’t aren’t wasn’t weren’t get got gets getting",
    ),
    (
        Class::NOT,
        "not never isn't aren't wasn't weren't hasn't haven't hadn't don't doesn't didn't won't wouldn't shouldn't \
         isn’t aren’t wasn’t weren’t hasn’t haven’t hadn’t don’t doesn’t didn’t won’t wouldn’t shouldn’t cannot can't \
         can’t couldn't couldn’t",
    ),
    (
        Class::DET,
        "the a an his her its their our my your this that these those some many several another each every no any both few \
         most all such",
    ),
    (
        Class::PRONOUN,
        "he she they it i we you everyone everybody someone somebody nobody anyone anybody others many some most both \
         neither those one several all",
    ),
    (
        Class::PREP,
        "of for from with at in on to by against about near behind under over into between among within during across \
         through before after since until despite without inside outside around toward towards upon per via amid \
         alongside as like than including regarding concerning",
    ),
    (Class::AND, "and but or nor yet"),
    (
        Class::BESIDE,
        "while as when after before because although though if unless until since whereas so once whenever even",
    ),
    (Class::WH, "how why whether what when where who whom which whatever if"),
    (Class::RELATIVE, "who which whom whose that"),
    (
        Class::TIME,
        "monday tuesday wednesday thursday friday saturday sunday today yesterday tonight tomorrow morning afternoon \
         evening night week month year weekend noon midnight mondays tuesdays wednesdays thursdays fridays saturdays \
         sundays january february march april june july august september october november december jan feb mar apr jun \
         jul aug sep sept oct nov dec weeks months years days day ago",
    ),
    (Class::PARTICLE, "out up off down back on away forth over in along around"),
    (
        Class::CLAIM,
        "claim claims assertion assertions allegation allegations accusation accusations charge charges suggestion \
         suggestions belief beliefs argument arguments hope hopes fear fears concern concerns promise promises pledge \
         pledges vow vows threat threats warning warnings announcement announcements rumor rumors rumour rumours \
         speculation admission acknowledgment acknowledgement denial denials insistence contention idea notion \
         conclusion conclusions prediction predictions expectation expectations assumption assumptions assurance \
         assurances signal signals feeling suspicion suspicions doubt doubts confidence conviction complaint complaints \
         demand demands request requests call calls proposal proposals plan plans desire desires wish wishes \
         remark remarks comment comments declaration declarations consensus recognition revelation revelations \
         indication indications hint hints reminder reminders view views opinion statement statements",
    ),
    (
        Class::OF_ABOUT,
        "criticism accusation accusations allegation allegations mention description denunciation condemnation warning \
         warnings praise reports assertion assertions suggestion suggestions talk announcement",
    ),
    (
        Class::ABOUT,
        "question questions comment comments remark remarks joke jokes concern concerns doubts complaint complaints",
    ),
    (
        Class::FOR,
        "call calls plea pleas request requests demand demands proposal proposals hopes enthusiasm support",
    ),
    (Class::TO, "reference references objection objections opposition"),
    (Class::ON, "comment comments question questions attack attacks"),
    (
        Class::STATE,
        "clear sure certain confident convinced aware unaware hopeful optimistic pessimistic skeptical sceptical worried \
         concerned afraid fearful angry upset unhappy happy glad pleased proud sorry surprised shocked amazed astonished \
         disappointed frustrated excited enthusiastic eager willing unwilling reluctant ready determined inclined keen \
         critical supportive doubtful dubious wary leery uneasy nervous anxious adamant insistent explicit vocal outspoken \
         dismissive complimentary open opposed committed interested curious thrilled delighted horrified appalled outraged \
         furious thankful grateful honored honoured ashamed embarrassed jealous envious tired fond mindful conscious \
         silent mum blunt candid firm emphatic unequivocal undecided unsure uncertain mistaken wrong right puzzled baffled \
         bullish bearish conflicted divided ambivalent hesitant scared terrified heartened encouraged discouraged \
         persuaded unconvinced satisfied dissatisfied comfortable uncomfortable",
    ),
    (
        Class::TITLED,
        "so-called titled entitled nicknamed headlined album song movie film novel book series show sitcom musical podcast \
         codenamed dubbed hashtag documentary opera program programme episode single magazine column newsletter game \
         play poem hit comedy drama memoir bestseller biography trilogy sequel",
    ),
    (
        Class::ABBREVIATED,
        "gov sen rep mr mrs ms dr gen col lt sgt capt cmdr adm rev prof pres hon st jr sr lieut maj insp supt det messrs \
         atty dist asst dir sec",
    ),
];

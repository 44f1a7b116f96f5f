use std::fmt::Write as _;

use expect_test::{Expect, expect};

use crate::model::{
    Annotated, Annotations, Article, ArticleId, Commitment, CommitmentKind, Condition,
    ConditionKind, Entity, Mention, MentionForm, NameKind, Party, PartyRole, Sentence, Span,
    Stance, StanceKind, Story, StoryEntity, TimeExpr, TimeKind,
};

/// An article of one-line sentences. “{Ada Okafor}” is a person, “[meet;meet]” the words of an act
/// and its head, “<if it rains;if>” a condition, “<after the vote;after>” what comes first and
/// “<Thursday;2031-05-08>” when it is due. A line “rejects: …” tells the stance of its first name.
fn read(ix: usize, marked: &str) -> Annotated {
    let mut text = String::new();
    let mut found = Annotations::default();
    for line in marked.lines() {
        let (stance, line) = match line.split_once(": ") {
            Some(("rejects", rest)) => (Some(StanceKind::Rejects), rest),
            Some(("doubts", rest)) => (Some(StanceKind::Doubts), rest),
            _ => (None, line),
        };
        sentence(&mut text, line, &mut found);
        if let Some(kind) = stance {
            let span = found.sentences.last().unwrap().span;
            let first = found.mentions.iter().find(|it| span.contains(it.span)).unwrap();
            let party =
                Party { span: first.span, entity: Some(first.entity), role: PartyRole::Holder };
            found.stances.push(Stance { span, party, kind, about: None, told_by: None });
        }
    }
    let mut article = Article::of_body(&text, "2031-05-06");
    article.id = ArticleId(format!("a{ix}"));
    Annotated { article, annotations: found }
}

fn sentence(text: &mut String, line: &str, found: &mut Annotations) {
    let start = text.len();
    let mut own: Vec<Commitment> = Vec::new();
    let (mut parties, mut bounds) = (Vec::new(), Vec::new());
    let mut open: Vec<usize> = Vec::new();
    let mut mark: Option<(usize, String)> = None;
    for it in line.chars() {
        match it {
            '{' | '[' | '<' => open.push(text.len()),
            ';' => mark = Some((text.len(), String::new())),
            '}' | ']' | '>' => {
                let (end, word) = mark.take().unwrap_or((text.len(), String::new()));
                let span = Span::checked(text, open.pop().unwrap(), end).unwrap();
                match it {
                    '}' => {
                        let entity = Some(person(span.of(text), span, found));
                        parties.push(Party { span, entity, role: PartyRole::Actor });
                    }
                    ']' => own.push(commitment(span, &word)),
                    _ => bounds.push((span, word)),
                }
            }
            _ => match &mut mark {
                Some((_, word)) => word.push(it),
                None => text.push(it),
            },
        }
    }
    text.push_str(".\n");
    let span = Span::checked(text, start, text.len() - 1).unwrap();
    found.sentences.push(Sentence { span, paragraph: 0 });
    for mut it in own {
        it.span = span;
        it.parties.clone_from(&parties);
        for (place, mark) in &bounds {
            bind(&mut it, *place, mark, found);
        }
        found.commitments.push(it);
    }
}

fn commitment(act: Span, head: &str) -> Commitment {
    Commitment {
        span: act,
        act,
        head: head.to_owned(),
        object: None,
        kind: CommitmentKind::Planned,
        parties: Vec::new(),
        conditions: Vec::new(),
        after: Vec::new(),
        before: Vec::new(),
        due: None,
        negated: false,
    }
}

fn bind(it: &mut Commitment, span: Span, mark: &str, found: &mut Annotations) {
    match mark {
        "if" => it.conditions.push(Condition { span, kind: ConditionKind::If }),
        "after" => it.after.push(span),
        "before" => it.before.push(span),
        _ => {
            it.due = Some(found.times.len());
            found.times.push(TimeExpr {
                span,
                value: mark.to_owned(),
                alternatives: Vec::new(),
                kind: TimeKind::Date,
                relative: true,
            });
        }
    }
}

fn person(name: &str, span: Span, found: &mut Annotations) -> usize {
    let known = found.entities.iter().position(|it| it.name == name);
    let entity = known.unwrap_or_else(|| {
        found.entities.push(Entity {
            name: name.to_owned(),
            kind: NameKind::Person,
            named: true,
            roles: Vec::new(),
        });
        found.entities.len() - 1
    });
    found.mentions.push(Mention { span, kind: NameKind::Person, form: MentionForm::Name, entity });
    entity
}

/// What the articles tell, one act a line.
fn check(articles: &[&str], expect: Expect) {
    let articles: Vec<Annotated> =
        articles.iter().enumerate().map(|(ix, it)| read(ix, it)).collect();
    let mut story = Story::default();
    for (ix, it) in articles.iter().enumerate() {
        let of = it.annotations.entities.iter().map(|it| story_entity(&mut story, &it.name));
        let of: Vec<usize> = of.collect();
        assert_eq!(story.entity_of.len(), ix);
        story.entity_of.push(of);
    }
    super::find(&articles, &mut story);
    let mut found = String::new();
    for (ix, it) in story.commitments.iter().enumerate() {
        let told: Vec<usize> = it.evidence.iter().map(|it| it.article).collect();
        let _ = write!(found, "{ix} {} in {told:?}", it.event);
        for &party in &it.parties {
            let _ = write!(found, ", {}", story.entities[party].name);
        }
        for (kind, spot) in &it.conditions {
            let text = &articles[spot.article].article.text;
            let _ = write!(found, "; {}: {}", kind.word(), spot.span.of(text));
        }
        for after in &it.after {
            let _ = write!(found, "; after {after}");
        }
        if let Some(due) = &it.due {
            let _ = write!(found, "; due {due}");
        }
        for it in &it.stances {
            let _ = write!(found, "; {} {}", it.party, it.kind.word());
        }
        found.push('\n');
    }
    expect.assert_eq(&found);
}

fn story_entity(story: &mut Story, name: &str) -> usize {
    let known = story.entities.iter().position(|it| it.name == name);
    known.unwrap_or_else(|| {
        story.entities.push(StoryEntity {
            name: name.to_owned(),
            kind: NameKind::Person,
            named: true,
            variants: Vec::new(),
            roles: Vec::new(),
            evidence: Vec::new(),
        });
        story.entities.len() - 1
    })
}

#[test]
fn a_meeting_and_a_summit_of_the_same_two_are_one_act() {
    check(
        &[
            "{Ada Okafor} will [meet {Jiří Kolář} in Brno;meet] <Thursday;2031-05-08>",
            "A [summit between {Ada Okafor} and {Jiří Kolář};summit] is planned <if the truce holds;if>",
        ],
        expect![[r"
            0 summit between Ada Okafor and Jiří Kolář in [0, 1], Ada Okafor, Jiří Kolář; if: if the truce holds; due 2031-05-08
        "]],
    );
}

#[test]
fn who_says_this_week_speaks_for_the_day_that_another_says() {
    check(
        &[
            "{Ada Okafor} will [meet {Jiří Kolář};meet] <this week;2031-W19>",
            "{Ada Okafor} would [meet {Jiří Kolář};meet] <this week;2031-W19>",
            "{Ada Okafor} is to [meet {Jiří Kolář};meet] <on Thursday;2031-05-08>",
        ],
        expect![[r"
            0 meet Jiří Kolář in [0, 1, 2], Ada Okafor, Jiří Kolář; due 2031-05-08
        "]],
    );
}

#[test]
fn meetings_of_other_people_are_other_acts() {
    check(
        &[
            "{Ada Okafor} will [meet {Jiří Kolář};meet]",
            "{Rosa Marín} will [meet {Tomás Vidal};meet]",
        ],
        expect![[r"
            0 meet Jiří Kolář in [0], Ada Okafor, Jiří Kolář
            1 meet Tomás Vidal in [1], Rosa Marín, Tomás Vidal
        "]],
    );
}

#[test]
fn the_meeting_is_the_one_told_before_it() {
    check(
        &["{Ada Okafor} will [meet {Jiří Kolář};meet]\n\
           {Rosa Marín} said the [meeting;meeting] would be held <if the road is open;if>"],
        expect![[r"
            0 meet Jiří Kolář in [0, 0], Ada Okafor, Jiří Kolář; if: if the road is open
        "]],
    );
}

#[test]
fn a_second_summit_is_another_one() {
    check(
        &["A [summit of {Ada Okafor} and {Jiří Kolář};summit] is planned\n\
           A second [summit of {Ada Okafor} and {Jiří Kolář};summit] is planned"],
        expect![[r"
            0 summit of Ada Okafor and Jiří Kolář in [0], Ada Okafor, Jiří Kolář
            1 summit of Ada Okafor and Jiří Kolář in [0], Ada Okafor, Jiří Kolář
        "]],
    );
}

#[test]
fn a_clause_that_names_another_act_puts_it_first() {
    check(
        &["{Ada Okafor} will [meet {Jiří Kolář};meet]\n\
           {Rosa Marín} will [sign the fishing treaty;sign] <after the meeting of envoys;after>"],
        expect![[r"
            0 meet Jiří Kolář in [0], Ada Okafor, Jiří Kolář
            1 sign the fishing treaty in [0], Rosa Marín; once: after the meeting of envoys; after 0
        "]],
    );
}

#[test]
fn two_acts_that_each_wait_for_the_other_make_no_ring() {
    check(
        &[
            "{Ada Okafor} will [meet {Jiří Kolář};meet] <after the vote;after>",
            "{Rosa Marín} will hold a [vote on herring;vote] <after the meeting;after>",
        ],
        expect![[r"
            0 meet Jiří Kolář in [0], Ada Okafor, Jiří Kolář; once: after the vote; after 1
            1 vote on herring in [1], Rosa Marín
        "]],
    );
}

#[test]
fn a_stance_goes_to_the_act_its_sentence_names() {
    check(
        &["{Ada Okafor} will [meet {Jiří Kolář};meet]\n\
           {Rosa Marín} will [ban herring imports;ban]\n\
           doubts: {Tomás Vidal} has little hope for the meeting\n\
           rejects: {Ada Okafor} spoke against the ban"],
        expect![[r"
            0 meet Jiří Kolář in [0, 0], Ada Okafor, Jiří Kolář; Tomás Vidal doubts
            1 ban herring imports in [0, 0], Rosa Marín; Ada Okafor rejects
        "]],
    );
}

#[test]
fn an_act_without_party_time_or_condition_is_not_listed() {
    check(&["Somebody will [polish;polish] it", "A [walk;walk] may follow"], expect![[""]]);
}

#[test]
fn an_act_goes_by_a_short_name_and_one_condition() {
    check(
        &[
            "{Ada Okafor} will [sanction the owners;sanction] <if the mill shuts its gates;if>",
            "{Okafor} would [impose costs;cost] <should the mill shut the gates;if>",
        ],
        expect![[r"
            0 sanction the owners in [0, 1], Ada Okafor; if: if the mill shuts its gates; if: should the mill shut the gates
        "]],
    );
}

#[test]
fn what_is_part_of_a_deal_comes_after_it() {
    check(
        &["{Ada Okafor} reached a [deal with {Jiří Kolář};deal]\n\
           Under the deal {Jiří Kolář} will [repaint the ferries;repaint]"],
        expect![[r"
            0 deal with Jiří Kolář in [0], Ada Okafor, Jiří Kolář
            1 repaint the ferries in [0], Jiří Kolář; after 0
        "]],
    );
}

#[test]
fn of_two_acts_in_a_sentence_the_next_one_points_to_the_first() {
    check(
        &["{Ada Okafor} will [meet {Jiří Kolář};meet]\n\
           The [meeting;meeting] would follow when {Rosa Marín} will [meet {Tomás Vidal};meet]\n\
           doubts: {Lev Brandt} spoke of little hope for the meeting"],
        expect![[r"
            0 meet Jiří Kolář in [0, 0, 0], Ada Okafor, Jiří Kolář; Lev Brandt doubts
            1 meet Tomás Vidal in [0], Rosa Marín, Tomás Vidal
        "]],
    );
}

#[test]
fn a_new_deal_is_not_another_one() {
    check(
        &[
            "{Ada Okafor} and {Jiří Kolář} agreed on a new [labour contract with {Jiří Kolář};contract]",
            "{Ada Okafor} reached a [deal with {Jiří Kolář};deal]",
        ],
        expect![[r"
            0 labour contract with Jiří Kolář in [0, 1], Ada Okafor, Jiří Kolář
        "]],
    );
}

#[test]
fn an_act_waits_for_the_vote_on_its_condition_and_for_no_attack() {
    check(
        &["{Ada Okafor} will [call a vote on the contract;vote]\n\
           {Jiří Kolář} will [repaint the ferries;repaint] <if members approve the contract;if>\n\
           {Rosa Marín} will [invade the island;invade]\n\
           {Tomás Vidal} will [close the strait;close] <if she invades the island;if>"],
        expect![[r"
            0 call a vote on the contract in [0], Ada Okafor
            1 repaint the ferries in [0], Jiří Kolář; if: if members approve the contract; after 0
            2 invade the island in [0], Rosa Marín
            3 close the strait in [0], Tomás Vidal; if: if she invades the island
        "]],
    );
}

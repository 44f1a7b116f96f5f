//! Folding: when two ways of writing count as the same.

/// The word in lower case, without accents, possessive ending and curly apostrophes: “Ågren’s”
/// becomes `agren`.
pub fn word(word: &str) -> String {
    let folded = plain(word);
    match folded.strip_suffix("'s").or_else(|| folded.strip_suffix('\'')) {
        Some(stem) => stem.to_owned(),
        None => folded,
    }
}

/// The text in lower case, with plain letters for accented ones and plain marks for typographic
/// ones. The length changes: keep offsets into the text itself.
pub fn plain(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            'A'..='Z' => folded.push(c.to_ascii_lowercase()),
            '‘' | '’' | '‛' | 'ʼ' | '´' | '`' => folded.push('\''),
            '“' | '”' | '„' | '«' | '»' | '‟' => folded.push('"'),
            '‐' | '‑' | '–' | '—' | '−' => folded.push('-'),
            '\u{a0}' | '\u{202f}' | '\u{2009}' => folded.push(' '),
            '\u{300}'..='\u{36f}' | '\u{ad}' => {}
            _ if c.is_ascii() => folded.push(c),
            _ => folded.extend(c.to_lowercase().flat_map(letters)),
        }
    }
    folded
}

/// The plain letters for one lower-case letter of Latin script; any other stays.
fn letters(c: char) -> impl Iterator<Item = char> {
    let plain: &str = match c {
        'à' | 'á' | 'â' | 'ã' | 'ä' | 'å' | 'ā' | 'ă' | 'ą' | 'ǎ' => "a",
        'ç' | 'ć' | 'č' | 'ĉ' | 'ċ' => "c",
        'ď' | 'đ' | 'ð' => "d",
        'è' | 'é' | 'ê' | 'ë' | 'ē' | 'ĕ' | 'ė' | 'ę' | 'ě' => "e",
        'ĝ' | 'ğ' | 'ġ' | 'ģ' => "g",
        'ĥ' | 'ħ' => "h",
        'ì' | 'í' | 'î' | 'ï' | 'ĩ' | 'ī' | 'į' | 'ı' => "i",
        'ķ' => "k",
        'ĺ' | 'ļ' | 'ľ' | 'ł' => "l",
        'ñ' | 'ń' | 'ņ' | 'ň' => "n",
        'ò' | 'ó' | 'ô' | 'õ' | 'ö' | 'ø' | 'ō' | 'ő' => "o",
        'ŕ' | 'ř' => "r",
        'ś' | 'ŝ' | 'ş' | 'š' | 'ș' => "s",
        'ţ' | 'ť' | 'ț' => "t",
        'ù' | 'ú' | 'û' | 'ü' | 'ũ' | 'ū' | 'ŭ' | 'ů' | 'ű' | 'ų' => "u",
        'ý' | 'ÿ' => "y",
        'ź' | 'ż' | 'ž' => "z",
        'æ' => "ae",
        'œ' => "oe",
        'ß' => "ss",
        'þ' => "th",
        _ => "",
    };
    let same = if plain.is_empty() { Some(c) } else { None };
    plain.chars().chain(same)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn accents_case_and_possessives_do_not_tell_words_apart() {
        assert_eq!(word("Élysée’s"), "elysee");
        assert_eq!(word("TOFT"), "toft");
        assert_eq!(word("parents’"), "parents");
    }

    #[test]
    fn typographic_marks_become_plain_ones() {
        assert_eq!(plain("“No—it’s Łódź”"), "\"no-it's lodz\"");
    }
}

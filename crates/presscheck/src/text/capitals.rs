//! Capitals: the towns whose names news uses for a country’s government: “Paris rejected the offer”.

/// Capitals and the country each speaks for, folded, in order of the capitals. Ours: general
/// knowledge; towns that several countries claim are left out.
#[rustfmt::skip]
const CAPITALS: &[(&str, &str)] = &[
    ("abuja", "nigeria"), ("addis ababa", "ethiopia"), ("algiers", "algeria"), ("amman", "jordan"),
    ("ankara", "turkey"), ("athens", "greece"), ("baghdad", "iraq"), ("baku", "azerbaijan"),
    ("bangkok", "thailand"), ("beijing", "china"), ("beirut", "lebanon"), ("belgrade", "serbia"),
    ("berlin", "germany"), ("bern", "switzerland"), ("bogota", "colombia"),
    ("brasilia", "brazil"), ("bratislava", "slovakia"), ("bucharest", "romania"),
    ("budapest", "hungary"), ("buenos aires", "argentina"), ("cairo", "egypt"),
    ("canberra", "australia"), ("caracas", "venezuela"), ("chisinau", "moldova"),
    ("colombo", "sri lanka"), ("copenhagen", "denmark"), ("damascus", "syria"),
    ("dhaka", "bangladesh"), ("doha", "qatar"), ("dublin", "ireland"), ("hanoi", "vietnam"),
    ("havana", "cuba"), ("helsinki", "finland"), ("islamabad", "pakistan"),
    ("jakarta", "indonesia"), ("kabul", "afghanistan"), ("kathmandu", "nepal"),
    ("khartoum", "sudan"), ("kiev", "ukraine"), ("kigali", "rwanda"), ("kinshasa", "congo"),
    ("kuala lumpur", "malaysia"), ("kyiv", "ukraine"), ("lima", "peru"), ("lisbon", "portugal"),
    ("ljubljana", "slovenia"), ("london", "united kingdom"), ("madrid", "spain"),
    ("manila", "philippines"), ("minsk", "belarus"), ("mogadishu", "somalia"),
    ("moscow", "russia"), ("nairobi", "kenya"), ("new delhi", "india"), ("nicosia", "cyprus"),
    ("oslo", "norway"), ("ottawa", "canada"), ("paris", "france"), ("phnom penh", "cambodia"),
    ("prague", "czech republic"), ("pretoria", "south africa"), ("pristina", "kosovo"),
    ("pyongyang", "north korea"), ("quito", "ecuador"), ("rabat", "morocco"), ("riga", "latvia"),
    ("riyadh", "saudi arabia"), ("rome", "italy"), ("sanaa", "yemen"), ("santiago", "chile"),
    ("sarajevo", "bosnia"), ("seoul", "south korea"), ("skopje", "north macedonia"),
    ("sofia", "bulgaria"), ("stockholm", "sweden"), ("tallinn", "estonia"),
    ("tashkent", "uzbekistan"), ("tbilisi", "georgia"), ("tehran", "iran"), ("tirana", "albania"),
    ("tokyo", "japan"), ("tripoli", "libya"), ("tunis", "tunisia"), ("vienna", "austria"),
    ("vilnius", "lithuania"), ("warsaw", "poland"), ("washington", "united states"),
    ("wellington", "new zealand"), ("yerevan", "armenia"), ("zagreb", "croatia"),
];

/// The country for which the town `name` speaks, both folded.
pub(crate) fn country_of(name: &str) -> Option<&'static str> {
    let at = CAPITALS.binary_search_by_key(&name, |it| it.0).ok()?;
    CAPITALS.get(at).map(|it| it.1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_capital_speaks_for_its_country() {
        assert!(CAPITALS.is_sorted());
        assert_eq!(country_of("lisbon"), Some("portugal"));
        assert_eq!(country_of("porto"), None);
    }
}

//! The format: what is emitted, what the schema says and what `docs/reference/record.md` says are
//! one and the same.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use expect_test::expect_file;
use presscheck::record;
use serde_json::Value;

use crate::holds;

/// For each path of an object and each of its fields, what the field may hold.
type Fields = BTreeMap<(String, String), MayHold>;

#[derive(PartialEq, Debug)]
struct MayHold {
    null: bool,
    /// Where a field holds one of several words, these.
    words: Vec<String>,
}

/// The path under which the reference describes a place with its words.
const EVIDENCE: &str = "Evidence";

#[test]
fn the_schema_that_is_shipped_is_current() {
    // `cargo bless` writes it anew.
    expect_file!["../../../../docs/reference/record.schema.json"].assert_eq(&record::schema());
}

#[test]
fn each_field_is_in_the_reference_and_each_field_there_is_emitted() {
    let schema: Value = serde_json::from_str(&record::schema()).unwrap();
    let mut emitted = Fields::new();
    collect(&schema, &schema, "", &mut emitted);
    let documented = documented(&fs::read_to_string(root("docs/reference/record.md")).unwrap());
    let lacks = |one: &Fields, other: &Fields| -> Vec<String> {
        let missing = other.iter().filter(|(key, it)| one.get(key) != Some(it));
        missing.map(|((path, field), it)| format!("{path}.{field}: {it:?}")).collect()
    };
    let none: [String; 0] = [];
    assert_eq!(lacks(&documented, &emitted), none, "record.md lacks these");
    assert_eq!(lacks(&emitted, &documented), none, "record.md has these, and no record does");
}

#[test]
fn what_is_emitted_is_what_the_schema_describes() {
    let schema: Value = serde_json::from_str(&record::schema()).unwrap();
    let mut articles = Vec::new();
    for path in files(&root("examples/harbour")) {
        let bytes = fs::read(&path).unwrap();
        articles.extend(holds::read(path.file_name().unwrap().to_str().unwrap(), &bytes));
    }
    assert!(articles.len() > 4, "the example has several articles");
    for it in holds::compiling_holds(&articles) {
        let written: Value = serde_json::from_slice(&record::to_json(&it)).unwrap();
        conforms(&schema, &schema, &written, "");
    }
}

/// The fields of an object and of all objects in it.
fn collect(schema: &Value, of: &Value, path: &str, found: &mut Fields) {
    if path != EVIDENCE && name(of) == Some(EVIDENCE) {
        return collect(schema, resolved(schema, of), EVIDENCE, found);
    }
    let of = resolved(schema, of);
    if let Some(entries) = of.get("items") {
        return collect(schema, entries, &format!("{path}[]"), found);
    }
    let Some(fields) = of.get("properties").and_then(Value::as_object) else { return };
    for (field, of) in fields {
        let words = of["enum"].as_array().into_iter().flatten();
        let words = words.map(|it| it.as_str().unwrap().to_owned()).collect();
        let it = MayHold { null: may_be_null(of), words };
        found.insert((path.to_owned(), field.clone()), it);
        let inner = if path.is_empty() { field.clone() } else { format!("{path}.{field}") };
        collect(schema, not_null(of), &inner, found);
    }
}

/// The fields that the tables of the reference name, under the path of each heading.
fn documented(reference: &str) -> Fields {
    let code = |text: &str| -> Vec<String> {
        text.split('`').skip(1).step_by(2).map(str::to_owned).collect()
    };
    let mut found = Fields::new();
    let mut paths = Vec::new();
    for line in reference.lines() {
        if let Some(heading) = line.strip_prefix("## ") {
            paths = match heading {
                "The whole" => vec![String::new()],
                EVIDENCE => vec![EVIDENCE.to_owned()],
                _ => code(heading),
            };
        } else if line.starts_with("| `") {
            let cells: Vec<&str> = line.split('|').collect();
            for (path, field) in paths
                .iter()
                .flat_map(|path| code(cells[1]).into_iter().map(move |field| (path.clone(), field)))
            {
                let words = if cells[2].contains("word") { code(cells[3]) } else { Vec::new() };
                let it = MayHold { null: cells[2].contains("or null"), words };
                let twice = found.insert((path, field.clone()), it);
                assert!(twice.is_none(), "`{field}` is described twice: {line}");
            }
        }
    }
    found
}

/// Checks a value against the part of JSON Schema that ours uses; any other keyword is refused, so
/// that none is passed over.
fn conforms(schema: &Value, of: &Value, value: &Value, at: &str) {
    const KNOWN: &[&str] = &[
        "$defs",
        "$ref",
        "$schema",
        "anyOf",
        "default",
        "description",
        "enum",
        "format",
        "items",
        "minimum",
        "properties",
        "required",
        "title",
        "type",
    ];
    let of = match of.get("anyOf") {
        Some(_) if value.is_null() => {
            assert!(may_be_null(of), "{at} may not be null");
            return;
        }
        _ => resolved(schema, not_null(of)),
    };
    for keyword in of.as_object().unwrap().keys() {
        assert!(KNOWN.contains(&keyword.as_str()), "`{keyword}` is not checked here");
    }
    assert!(types(of).iter().any(|it| is_of_type(value, it)), "{at} is {value}, not {of}");
    if let Some(words) = of["enum"].as_array() {
        assert!(words.contains(value), "{at} is {value}, none of {words:?}");
    }
    if let Some(least) = of.get("minimum").and_then(Value::as_f64) {
        assert!(value.as_f64().is_none_or(|it| it >= least), "{at} is less than {least}");
    }
    match value {
        Value::Array(entries) => {
            for (ix, it) in entries.iter().enumerate() {
                conforms(schema, &of["items"], it, &format!("{at}[{ix}]"));
            }
        }
        Value::Object(fields) => {
            for needed in of["required"].as_array().into_iter().flatten() {
                assert!(fields.contains_key(needed.as_str().unwrap()), "{at} lacks {needed}");
            }
            for (field, it) in fields {
                let known = of["properties"].get(field);
                let known = known.unwrap_or_else(|| panic!("{at}.{field} is not in the schema"));
                conforms(schema, known, it, &format!("{at}.{field}"));
            }
        }
        _ => {}
    }
}

fn is_of_type(value: &Value, name: &str) -> bool {
    match name {
        "string" => value.is_string(),
        "boolean" => value.is_boolean(),
        "number" => value.is_number(),
        "integer" => value.is_u64() || value.is_i64(),
        "array" => value.is_array(),
        "object" => value.is_object(),
        "null" => value.is_null(),
        _ => false,
    }
}

fn types(of: &Value) -> Vec<&str> {
    match &of["type"] {
        Value::String(one) => vec![one],
        Value::Array(several) => several.iter().filter_map(Value::as_str).collect(),
        _ => Vec::new(),
    }
}

fn may_be_null(of: &Value) -> bool {
    let branches = of.get("anyOf").and_then(Value::as_array);
    types(of).contains(&"null") || branches.is_some_and(|it| it.iter().any(may_be_null))
}

/// What a value must be when it is not null.
fn not_null(of: &Value) -> &Value {
    let branches = of.get("anyOf").and_then(Value::as_array);
    branches.and_then(|it| it.iter().find(|it| !may_be_null(it))).unwrap_or(of)
}

fn name(of: &Value) -> Option<&str> {
    of.get("$ref")?.as_str()?.strip_prefix("#/$defs/")
}

fn resolved<'a>(schema: &'a Value, of: &'a Value) -> &'a Value {
    name(of).map_or(of, |it| &schema["$defs"][it])
}

fn root(path: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..").join(path)
}

fn files(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).unwrap();
    let mut found: Vec<PathBuf> = entries.map(|it| it.unwrap().path()).collect();
    found.sort();
    found
}

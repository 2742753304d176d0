//! The source as it depends on itself: each file with the files and the libraries that it names.
//!
//! A name counts for the file that defines it: what a parent passes on with `pub use` belongs to its child.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use proc_macro2::{Delimiter, TokenStream, TokenTree};

/// A path of modules, such as `["tui", "view", "page"]`. That of `lib.rs` is empty.
pub(crate) type Module = Vec<String>;

/// The code of one file, read but not yet resolved.
#[derive(Default)]
struct Code {
    /// Names in code and in `use`, as they are written.
    paths: Vec<Vec<String>>,
    /// Names that are passed on: the new name with the path behind it. A star passes on all.
    passed_on: BTreeMap<String, Vec<Vec<String>>>,
    /// The types that it defines outside functions and implementations.
    types: BTreeSet<String>,
    /// Sentences that stand in the code as text, not in a note on it.
    sentences: Vec<String>,
}

/// All files below `src`.
pub(crate) struct House {
    files: BTreeMap<Module, Code>,
}

impl House {
    /// Reads all files.
    pub(crate) fn read() -> Self {
        let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
        let mut files = BTreeMap::new();
        let mut folders = vec![root.clone()];
        while let Some(folder) = folders.pop() {
            for entry in folder.read_dir().unwrap().map(|entry| entry.unwrap().path()) {
                if entry.is_dir() {
                    folders.push(entry);
                    continue;
                }
                if entry.extension().is_none_or(|ending| ending != "rs") {
                    continue;
                }
                let inside = entry.strip_prefix(&root).unwrap().with_extension("");
                let module = inside.iter().map(|part| part.to_str().unwrap().to_owned()).collect::<Module>();
                let module = if module == ["lib"] { Module::new() } else { module };
                files.insert(module, Code::read(&fs::read_to_string(&entry).unwrap()));
            }
        }
        assert!(files.len() > 50, "too few files were found: {}", files.len());
        Self { files }
    }

    /// A house of a few files, for trying the rules.
    pub(crate) fn of(files: &[(&str, &str)]) -> Self {
        let module = |path: &str| path.split("::").filter(|part| !part.is_empty()).map(str::to_owned).collect();
        Self { files: files.iter().map(|(path, text)| (module(path), Code::read(text))).collect() }
    }

    /// All files as modules.
    pub(crate) fn modules(&self) -> impl Iterator<Item = &Module> {
        self.files.keys()
    }

    /// The other files that a file names.
    pub(crate) fn uses(&self, module: &Module) -> BTreeSet<Module> {
        let paths = &self.files[module].paths;
        let mut used: BTreeSet<_> = paths.iter().filter_map(|path| self.resolve(module, path, 0)).collect();
        used.remove(module);
        used
    }

    /// The names that are nothing of ours, such as `toml::Table`: those of libraries, and what is in scope.
    pub(crate) fn foreign(&self, module: &Module) -> BTreeSet<String> {
        let Code { paths, passed_on, .. } = &self.files[module];
        let all = paths.iter().chain(passed_on.values().flatten());
        all.filter(|path| self.resolve(module, path, 0).is_none()).map(|path| path.join("::")).collect()
    }

    /// The types that a file defines.
    pub(crate) fn types(&self, module: &Module) -> &BTreeSet<String> {
        &self.files[module].types
    }

    /// The sentences that stand in its code as text.
    pub(crate) fn sentences(&self, module: &Module) -> &[String] {
        &self.files[module].sentences
    }

    /// The file that defines what a path in `module` names.
    fn resolve(&self, module: &Module, path: &[String], depth: usize) -> Option<Module> {
        let mut place = match path[0].as_str() {
            "crate" | "microneedling_guide" => Module::new(),
            "self" => module.clone(),
            "super" => parent(module),
            child => [module.as_slice(), &[child.to_owned()]].concat(),
        };
        self.files.get(&place)?;
        let mut rest = path[1..].iter();
        for name in rest.by_ref() {
            let below = [place.as_slice(), std::slice::from_ref(name)].concat();
            if name == "super" {
                place = parent(&place);
            } else if self.files.contains_key(&below) {
                place = below;
            } else {
                return Some(self.definition(&place, name, depth));
            }
        }
        Some(place)
    }

    /// Where a name that `place` offers is defined.
    fn definition(&self, place: &Module, name: &str, depth: usize) -> Module {
        let passed_on = &self.files[place].passed_on;
        let behind = passed_on.get(name).into_iter().flatten().next();
        let found = behind.filter(|_| depth < 8).and_then(|path| self.resolve(place, path, depth + 1));
        found.unwrap_or_else(|| place.clone())
    }

    /// The files that a file leans on: those that it names, but for its own children. A parent gives work to its
    /// children, and they use what it defines; seen from outside the two are one.
    fn leans_on(&self, module: &Module) -> BTreeSet<Module> {
        let mut used = self.uses(module);
        used.retain(|used| parent(used) != *module);
        used
    }

    /// The groups of files in which each leads back to itself.
    pub(crate) fn circles(&self) -> BTreeSet<Vec<String>> {
        let arrows: BTreeMap<_, _> = self.modules().map(|module| (module, self.leans_on(module))).collect();
        let reach: BTreeMap<_, _> = self.modules().map(|module| (module, reachable(&arrows, module))).collect();
        let circles = self.modules().filter(|module| reach[module].contains(*module)).map(|module| {
            let round = reach[module].iter().filter(|other| reach[**other].contains(module));
            round.map(|module| module.join("::")).collect()
        });
        circles.collect()
    }
}

fn reachable<'h>(arrows: &'h BTreeMap<&Module, BTreeSet<Module>>, from: &Module) -> BTreeSet<&'h Module> {
    let mut found = BTreeSet::new();
    let mut next: Vec<_> = arrows[from].iter().collect();
    while let Some(module) = next.pop() {
        if found.insert(module) {
            next.extend(&arrows[module]);
        }
    }
    found
}

fn parent(module: &Module) -> Module {
    module[..module.len().saturating_sub(1)].to_vec()
}

impl Code {
    fn read(text: &str) -> Self {
        let mut code = Self::default();
        let mut words = BTreeSet::new();
        let tokens: TokenStream = text.parse().unwrap();
        code.types = types(tokens.clone());
        code.sentences = sentences(tokens.clone());
        code.walk(tokens, &mut words);
        // What a file passes on and names itself, it uses too.
        let own = code.passed_on.iter().filter(|(name, _)| words.contains(*name));
        code.paths.extend(own.flat_map(|(_, paths)| paths.clone()).collect::<Vec<_>>());
        code
    }

    fn walk(&mut self, tokens: TokenStream, words: &mut BTreeSet<String>) {
        let tokens: Vec<_> = tokens.into_iter().collect();
        let mut at = 0;
        while let Some(token) = tokens.get(at) {
            match token {
                TokenTree::Punct(_) if is_test(&tokens[at..]) => {
                    at += 2;
                    at += tokens[at..].iter().position(ends_item).map_or(0, |end| end + 1);
                    continue;
                }
                // What a macro names is resolved where it is used.
                TokenTree::Ident(word) if word == "macro_rules" => {
                    at += tokens[at..].iter().position(ends_item).unwrap_or(0);
                }
                TokenTree::Ident(word) if word == "use" => {
                    let end = tokens[at..].iter().position(|token| is_sign(token, ';')).map_or(1, |end| end);
                    let mut paths = Vec::new();
                    tree(&tokens[at + 1..at + end], &[], &mut paths);
                    self.keep(paths, is_public(&tokens[..at]));
                    at += end;
                }
                TokenTree::Ident(_) => {
                    let path = path(&tokens[at..]);
                    words.insert(path[0].clone());
                    at += path.len() * 3 - 2;
                    if path.len() > 1 {
                        self.paths.push(path);
                    }
                    continue;
                }
                TokenTree::Group(group) => self.walk(group.stream(), words),
                TokenTree::Punct(_) | TokenTree::Literal(_) => {}
            }
            at += 1;
        }
    }

    /// Keeps what a `use` names, with the name that each gets.
    fn keep(&mut self, paths: Vec<(Vec<String>, String)>, public: bool) {
        for (path, name) in paths {
            if public {
                self.passed_on.entry(name).or_default().push(path);
            } else {
                self.paths.push(path);
            }
        }
    }
}

/// The names behind `struct` and its like, also in what is handed to a macro, but not inside of other braces.
fn types(tokens: TokenStream) -> BTreeSet<String> {
    let names = |three: &[TokenTree]| match three {
        [TokenTree::Ident(word), TokenTree::Ident(name), _]
            if ["struct", "enum", "trait", "type"].iter().any(|it| word == it) =>
        {
            BTreeSet::from([name.to_string()])
        }
        [TokenTree::Ident(_), call, TokenTree::Group(group)] if is_sign(call, '!') => types(group.stream()),
        _ => BTreeSet::new(),
    };
    tokens.into_iter().collect::<Vec<_>>().windows(3).flat_map(names).collect()
}

/// Texts with a capital letter and a blank, but for attributes, tests, and what a macro is made of.
fn sentences(tokens: TokenStream) -> Vec<String> {
    let tokens: Vec<_> = tokens.into_iter().collect();
    let (mut found, mut at) = (Vec::new(), 0);
    while let Some(token) = tokens.get(at) {
        match token {
            TokenTree::Punct(_) if is_test(&tokens[at..]) => {
                at += tokens[at..].iter().position(ends_item).unwrap_or(0);
            }
            TokenTree::Ident(word) if word == "macro_rules" => {
                at += tokens[at..].iter().position(ends_item).unwrap_or(0);
            }
            TokenTree::Punct(hash) if hash.as_char() == '#' => {
                at += tokens[at..].iter().position(|token| matches!(token, TokenTree::Group(_))).unwrap_or(0);
            }
            TokenTree::Group(group) => found.extend(sentences(group.stream())),
            TokenTree::Literal(text) => {
                let text = text.to_string();
                let is_sentence =
                    text.starts_with('"') && text[1..].starts_with(char::is_uppercase) && text.contains(' ');
                found.extend(Some(text).filter(|_| is_sentence));
            }
            TokenTree::Ident(_) | TokenTree::Punct(_) => {}
        }
        at += 1;
    }
    found
}

/// `#[cfg(test)]`.
fn is_test(tokens: &[TokenTree]) -> bool {
    let [hash, TokenTree::Group(group), ..] = tokens else { return false };
    is_sign(hash, '#') && group.stream().to_string().replace(' ', "") == "cfg(test)"
}

fn ends_item(token: &TokenTree) -> bool {
    is_sign(token, ';') || matches!(token, TokenTree::Group(group) if group.delimiter() == Delimiter::Brace)
}

fn is_sign(token: &TokenTree, sign: char) -> bool {
    matches!(token, TokenTree::Punct(punct) if punct.as_char() == sign)
}

/// Whether `pub`, or `pub(...)`, stands at the end.
fn is_public(before: &[TokenTree]) -> bool {
    let word = before.iter().rev().find(|token| !matches!(token, TokenTree::Group(_)));
    matches!(word, Some(TokenTree::Ident(word)) if word == "pub")
}

/// The path at the start: words with `::` between them.
fn path(tokens: &[TokenTree]) -> Vec<String> {
    let mut path = Vec::new();
    let mut rest = tokens;
    while let [TokenTree::Ident(word), after @ ..] = rest {
        path.push(word.to_string());
        rest = match after {
            [one, two, more @ ..] if is_sign(one, ':') && is_sign(two, ':') => more,
            _ => break,
        };
    }
    path
}

/// The paths of a `use`, each with the name that it brings: `a::{b, c as d}` is `a::b` as `b` and `a::c` as `d`.
fn tree(tokens: &[TokenTree], start: &[String], found: &mut Vec<(Vec<String>, String)>) {
    for branch in tokens.split(|token| is_sign(token, ',')).filter(|branch| !branch.is_empty()) {
        let tail = path(branch);
        let mut full = [start, &tail].concat();
        match &branch[(tail.len() * 3).saturating_sub(1).min(branch.len())..] {
            [TokenTree::Ident(name), ..] => found.push((full, name.to_string())),
            _ => match branch.last() {
                Some(TokenTree::Group(group)) => {
                    tree(&group.stream().into_iter().collect::<Vec<_>>(), &full, found);
                }
                Some(TokenTree::Punct(_)) => found.push((full, "*".to_owned())),
                _ => {
                    full.dedup_by(|last, _| last == "self");
                    let name = full.last().unwrap().clone();
                    found.push((full, name));
                }
            },
        }
    }
}

//! English phrases that rules look for, in lower case and sorted.

/// What promises something.
pub(super) const PROMISES: &[&str] = &[
    "all right",
    "fine",
    "go ahead",
    "good candidate",
    "guaranteed",
    "harmless",
    "no danger",
    "no problem",
    "no risk",
    "nothing to worry about",
    "ok",
    "okay",
    "painless",
    "risk-free",
    "safe",
    "safely",
];

/// What a step says in its title that tells to do without something.
pub(super) const PAUSING: &[&str] = &[
    "avoid",
    "cut out",
    "do without",
    "drop",
    "leave off",
    "leave out",
    "no",
    "off",
    "only",
    "pause",
    "quit",
    "rest from",
    "skip",
    "stop",
    "wait",
    "wait with",
    "without",
];

/// Medicines that are prescribed, by the names that people search with: for acne, against clots, against cold sores, and
/// those that change how skin heals.
pub(super) const PRESCRIBED: &[&str] = &[
    "accutane",
    "aciclovir",
    "acitretin",
    "acyclovir",
    "adapalene",
    "anticoagulant",
    "anticoagulants",
    "apixaban",
    "aspirin",
    "azathioprine",
    "blood thinner",
    "blood thinners",
    "ciclosporin",
    "claravis",
    "clindamycin",
    "clopidogrel",
    "coumadin",
    "cyclosporine",
    "dabigatran",
    "differin",
    "doxycycline",
    "eliquis",
    "epiduo",
    "famciclovir",
    "heparin",
    "hydrocortisone",
    "insulin",
    "isotretinoin",
    "methotrexate",
    "minocycline",
    "plavix",
    "pradaxa",
    "prednisolone",
    "prednisone",
    "retin-a",
    "rivaroxaban",
    "roaccutane",
    "spironolactone",
    "steroid",
    "steroids",
    "tazarotene",
    "tazorac",
    "tretinoin",
    "trifarotene",
    "valaciclovir",
    "valacyclovir",
    "valtrex",
    "warfarin",
    "xarelto",
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_lists_are_sorted_and_in_lower_case() {
        for list in [PROMISES, PAUSING, PRESCRIBED] {
            assert!(list.is_sorted());
            assert!(list.iter().all(|phrase| phrase.to_lowercase() == *phrase));
        }
    }
}

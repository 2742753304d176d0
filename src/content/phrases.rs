//! English phrases that rules look for, in lower case and sorted, with a comma between them, and the search for them.

/// What promises something.
pub(super) const PROMISES: &str = "\
    all right, fine, go ahead, good candidate, guaranteed, harmless, no danger, no problem, no risk, nothing to \
    worry about, ok, okay, painless, risk-free, safe, safely";

/// What a step says in its title that tells to do without something.
pub(super) const PAUSING: &str = "\
    avoid, cut out, do without, drop, leave off, leave out, no, off, only, pause, quit, rest from, skip, stop, wait, \
    wait with, without";

/// Medicines that are prescribed, by the names that people search with: for acne, against clots, against cold sores, and
/// those that change how skin heals.
pub(super) const PRESCRIBED: &str = "\
    accutane, aciclovir, acitretin, acyclovir, adapalene, anticoagulant, anticoagulants, apixaban, aspirin, \
    azathioprine, blood thinner, blood thinners, ciclosporin, claravis, clindamycin, clopidogrel, coumadin, \
    cyclosporine, dabigatran, differin, doxycycline, eliquis, epiduo, famciclovir, heparin, hydrocortisone, insulin, \
    isotretinoin, methotrexate, minocycline, plavix, pradaxa, prednisolone, prednisone, retin-a, rivaroxaban, \
    roaccutane, spironolactone, steroid, steroids, tazarotene, tazorac, tretinoin, trifarotene, valaciclovir, \
    valacyclovir, valtrex, warfarin, xarelto";

/// The first of these phrases that stands in a text as whole words.
pub(super) fn first_of(phrases: &'static str, text: &str) -> Option<&'static str> {
    let text = text.to_lowercase();
    let words = text.split(|character: char| !(character.is_alphanumeric() || character == '-'));
    let words: Vec<_> = words.filter(|word| !word.is_empty()).collect();
    let words = format!(" {} ", words.join(" "));
    phrases.split(", ").find(|phrase| words.contains(&format!(" {phrase} ")))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_lists_are_sorted_and_in_lower_case() {
        for list in [PROMISES, PAUSING, PRESCRIBED] {
            assert!(list.split(", ").is_sorted());
            assert_eq!(list, list.to_lowercase());
        }
    }

    #[test]
    fn a_promise_is_whole_words_however_they_are_written() {
        assert_eq!(first_of(PROMISES, "Then needling is Safe."), Some("safe"));
        assert_eq!(first_of(PROMISES, "You can go  ahead"), Some("go ahead"));
        assert_eq!(first_of(PROMISES, "It is a risk-free choice"), Some("risk-free"));
        assert_eq!(first_of(PROMISES, "Ask for a safety sheet about fine-tuning."), None);
    }
}

//! A built-in template that changes leaves its former hash behind, so that weeks which were sealed with it stay sealed.

#![allow(clippy::unwrap_used, reason = "a test may stop at the first surprise")]

use zhoubao::press::hash::Hash;
use zhoubao::record::built_in::KINDS;

/// The templates of this program, as manifests name them.
const NOW: [(&str, &str); 9] = [
    ("weekly", "e612a0c9a4ba1909"),
    ("notice", "600f6b04e0e3ce9a"),
    ("reminder", "0a1437ea01d217ee"),
    ("incoming-register", "7b5eb493693ffbdf"),
    ("outgoing-register", "c2a828fe2ec74c5c"),
    ("number-register", "bad71cd3a6f726a4"),
    ("notice-register", "f60bd68a888f8785"),
    ("complaint-register", "bfefa5fc674b3437"),
    ("case-register", "8c3f0f2cc98acafd"),
];

#[test]
fn a_changed_template_is_listed_among_the_former_ones() {
    for (kind, (name, hash)) in KINDS.iter().zip(NOW) {
        let now = Hash::of_text(kind.template).short().to_string();
        assert_eq!(kind.name, name);
        assert_eq!(
            now, hash,
            "{name} was changed: put {hash} into its `former` in src/record/built_in.rs and {now} here"
        );
        assert!(!kind.former.contains(&hash), "{name}: {hash} is not former");
    }
}

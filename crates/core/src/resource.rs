//! What a server says that it holds, and whether what it or another says later is the same.

use serde::{Deserialize, Serialize};

use crate::Checksum;

/// By what a resource is known to be the same one later. RFC 9110 §8.8.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
#[serde(tag = "kind", content = "value", rename_all = "camelCase")]
pub enum Validator {
    /// A strong entity tag, with its quotes.
    Etag(String),
    /// `Last-Modified` as the server wrote it; holds only together with the size.
    LastModified(String),
}

/// What the server said that it holds.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct Resource {
    /// Where the redirects ended. For show: a next try begins at the first URL again.
    pub final_url: String,
    /// Bytes; none: unknown until the end.
    pub size: Option<u64>,
    pub validator: Option<Validator>,
    /// When it was last changed, as the server wrote it, if that can be relied on: also where an entity tag is the
    /// validator, because two servers that have the same file seldom give it the same tag.
    pub modified: Option<String>,
    /// What is said of the version though it is no validator: a weak entity tag, a time that is too young or none at all.
    /// Where it differs it is another version; where it does not, nothing is proven.
    pub hint: Option<String>,
    /// Whether parts of it can be asked for.
    pub ranges: bool,
    pub content_type: Option<String>,
    /// What the server says of all its bytes. RFC 9530.
    pub digest: Option<Checksum>,
    /// Where the server says that a Metalink description of it is. RFC 6249.
    pub metalink: Option<String>,
}

impl Resource {
    /// Whether it can be fetched in several requests: parts can be asked for, and proven to be of one and the same
    /// file. Without that proof a file that is replaced meanwhile would become a mixture of both.
    pub fn is_resumable(&self) -> bool {
        self.ranges && self.validator.is_some()
    }

    /// Whether `mirror`, which another server gives, is said to be the same: by validator or time of change, and size.
    pub fn is_same_elsewhere(&self, mirror: &Resource) -> bool {
        let by_validator = self.validator.is_some() && self.validator == mirror.validator;
        let by_time = self.modified.is_some() && self.modified == mirror.modified;
        (by_validator || by_time) && self.size == mirror.size
    }

    /// Whether `now` is certainly another: another validator or another size.
    pub fn is_other(&self, now: &Resource) -> bool {
        fn differ<T: PartialEq>(one: Option<&T>, other: Option<&T>) -> bool {
            one.zip(other).is_some_and(|(one, other)| one != other)
        }
        differ(self.validator.as_ref(), now.validator.as_ref())
            || differ(self.size.as_ref(), now.size.as_ref())
    }

    /// Whether, without a validator, it can at least be gone on with after an interruption once some bytes were compared:
    /// over one connection, because parts fetched at the same time could be of two versions.
    pub fn is_comparable(&self) -> bool {
        self.ranges && self.validator.is_none() && self.size.is_some()
    }

    /// Whether what was received of it counts after an interruption.
    pub fn can_be_continued(&self) -> bool {
        self.is_resumable() || self.is_comparable()
    }

    /// Whether nothing speaks against `now` being what was there before, both without a validator: bytes have to be
    /// compared then.
    pub fn may_be(&self, now: &Resource) -> bool {
        let digests = [&self.digest, &now.digest];
        let same_digest = digests.iter().any(|digest| digest.is_none()) || self.digest == now.digest;
        let unproven = self.validator.is_none() && now.validator.is_none();
        unproven && self.size.is_some() && self.size == now.size && self.hint == now.hint && same_digest
    }

    /// Whether `now` is certainly the same as what was there before: a validator that agrees, and the size.
    pub fn is_same(&self, now: &Resource) -> bool {
        self.validator.is_some() && self.validator == now.validator && self.size == now.size
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Algorithm;

    #[test]
    fn two_servers_have_the_same_by_tag_or_by_time() {
        let of = |tag: &str, modified: Option<&str>| Resource {
            size: Some(5),
            validator: Some(Validator::Etag(tag.into())),
            modified: modified.map(str::to_owned),
            ..Resource::default()
        };
        let (monday, tuesday) = (Some("Mon"), Some("Tue"));
        assert!(of("\"a\"", monday).is_same_elsewhere(&of("\"b\"", monday)));
        assert!(of("\"a\"", monday).is_same_elsewhere(&of("\"a\"", tuesday)));
        assert!(!of("\"a\"", monday).is_same_elsewhere(&of("\"b\"", tuesday)));
        assert!(!of("\"a\"", None).is_same_elsewhere(&of("\"b\"", None)));
        let longer = Resource { size: Some(6), ..of("\"a\"", monday) };
        assert!(!of("\"a\"", monday).is_same_elsewhere(&longer));
    }

    #[test]
    fn without_a_validator_nothing_is_certain() {
        let bare = Resource { size: Some(5), ..Resource::default() };
        assert!(!bare.is_same(&bare.clone()));
        let tagged = Resource { validator: Some(Validator::Etag("\"a\"".into())), ..bare.clone() };
        assert!(tagged.is_same(&tagged.clone()));
        assert!(!tagged.is_other(&bare) && !bare.is_other(&tagged), "nothing speaks against it");
        assert!(tagged.is_other(&Resource { size: Some(6), ..tagged.clone() }));
        let later = Some(Validator::Etag("\"b\"".into()));
        assert!(tagged.is_other(&Resource { validator: later, ..tagged.clone() }));
    }

    #[test]
    fn without_a_validator_what_is_said_can_only_speak_against_it() {
        let digest = |first: &str| Checksum { algorithm: Algorithm::Md5, hex: format!("{first:0<32}") };
        let bare = Resource { size: Some(5), hint: Some("W/\"a\"".into()), ..Resource::default() };
        let hashed = Resource { digest: Some(digest("a")), ..bare.clone() };
        assert!(bare.may_be(&bare) && bare.may_be(&hashed) && hashed.may_be(&bare));
        for other in [
            Resource { size: Some(6), ..bare.clone() },
            Resource { size: None, ..bare.clone() },
            Resource { hint: Some("W/\"b\"".into()), ..bare.clone() },
            Resource { hint: None, ..bare.clone() },
            Resource { validator: Some(Validator::Etag("\"a\"".into())), ..bare.clone() },
            Resource { digest: Some(digest("b")), ..bare.clone() },
        ] {
            assert!(!hashed.may_be(&other) && !other.may_be(&hashed), "{other:?}");
        }
    }
}

//! What a page stands in: a window of its own, or somebody's article. Takes the host's words, gives what is shown around
//! the results and where links lead. It is no state of the reader's, so no part of the route.

/// What a page stands in.
#[derive(Clone, Debug, Default)]
pub struct Frame {
    /// What is shown around the results in an article; nothing in a window of the page's own.
    pub embed: Option<Controls>,
    /// What comes before `#/…` in links: the URL of the page in a window of its own. Empty there.
    pub base: String,
    /// URL of the folder the site is in, with its last `/`: embedding codes begin with it. Empty where nobody knows.
    pub site: String,
    /// Today, as an ISO date: citations say when a page was read. Empty where nobody knows.
    pub today: String,
    /// The element's script below `site` and, after a space, its integrity.
    pub entry: String,
}

/// What an embed shows around the results.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Controls {
    /// The search field.
    pub search: bool,
    /// The facets, behind a button.
    pub filters: bool,
    /// The ways to group.
    pub groups: bool,
    /// The document map.
    pub map: bool,
}

impl Controls {
    /// Every control: what is shown where nothing is said.
    pub const ALL: Controls = Controls { search: true, filters: true, groups: true, map: true };
    /// No control.
    pub const NONE: Controls = Controls { search: false, filters: false, groups: false, map: false };

    /// Reads names with white space between them, or `none`. What is no control comes back; where nothing else is said,
    /// every control is shown.
    pub fn parse(text: &str) -> (Controls, Vec<&str>) {
        let mut controls = Controls::NONE;
        let mut unknown = Vec::new();
        let mut said = false;
        for name in text.split_ascii_whitespace() {
            let known = match name {
                "search" => Some(&mut controls.search),
                "filters" => Some(&mut controls.filters),
                "groups" => Some(&mut controls.groups),
                "map" => Some(&mut controls.map),
                "none" => None,
                _ => {
                    unknown.push(name);
                    continue;
                }
            };
            said = true;
            if let Some(shown) = known {
                *shown = true;
            }
        }
        (if said { controls } else { Controls::ALL }, unknown)
    }
}

impl Frame {
    /// The route that a link of this frame leads to; nothing for a link that leads elsewhere.
    pub fn route<'l>(&self, link: &'l str) -> Option<&'l str> {
        link.strip_prefix(self.base.as_str()).filter(|route| route.starts_with("#/"))
    }
}

#[cfg(test)]
mod tests {
    use super::{Controls, Frame};

    #[test]
    fn controls_are_named_and_what_is_none_of_them_comes_back() {
        let both = Controls { search: true, map: true, ..Controls::NONE };
        assert_eq!(Controls::parse(" map  search "), (both, vec![]));
        assert_eq!(Controls::parse("none"), (Controls::NONE, vec![]));
        assert_eq!(Controls::parse(""), (Controls::ALL, vec![]));
        assert_eq!(Controls::parse("mapp <b>"), (Controls::ALL, vec!["mapp", "<b>"]));
        assert_eq!(Controls::parse("map zoom").1, ["zoom"]);
    }

    #[test]
    fn a_link_is_a_route_only_under_its_own_base() {
        let frame = Frame { base: "https://a.example/".into(), ..Frame::default() };
        assert_eq!(frame.route("https://a.example/#/read/m5s3"), Some("#/read/m5s3"));
        assert_eq!(frame.route("#/read/m5s3"), None);
        assert_eq!(frame.route("https://a.example/#top"), None);
        assert_eq!(Frame::default().route("#/targets"), Some("#/targets"));
    }
}

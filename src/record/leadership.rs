//! Who leads an office: the Party committee and the government of its place, as texts name them.

use super::office::Office;

/// What a place's name ends with, and what its leaders are called; the longer endings first. A district is led by 区委 and
/// 区政府, a street by 党工委 and 办事处, a development zone by 党工委 and 管委会.
const LEADERS: [(&str, &str); 23] = [
    ("自治区", "自治区党委、政府"),
    ("开发区", "党工委、管委会"),
    ("高新区", "党工委、管委会"),
    ("度假区", "党工委、管委会"),
    ("示范区", "党工委、管委会"),
    ("管理区", "党工委、管委会"),
    ("合作区", "党工委、管委会"),
    ("保税区", "党工委、管委会"),
    ("风景区", "党工委、管委会"),
    ("名胜区", "党工委、管委会"),
    ("经开区", "党工委、管委会"),
    ("园区", "党工委、管委会"),
    ("街道", "街道党工委、办事处"),
    ("地区", "地委、行署"),
    ("省", "省委、省政府"),
    ("州", "州委、州政府"),
    ("盟", "盟委、行署"),
    ("市", "市委、市政府"),
    ("区", "区委、区政府"),
    ("县", "县委、县政府"),
    ("旗", "旗委、旗政府"),
    ("镇", "镇党委、镇政府"),
    ("乡", "乡党委、乡政府"),
];

impl Office {
    /// What its file says, else what follows of its place; `None` where nothing follows.
    #[must_use]
    pub fn leaders(&self) -> Option<&str> {
        match &self.leadership {
            Some(written) => Some(&written.value),
            None => leaders_of(&self.district.value),
        }
    }
}

fn leaders_of(district: &str) -> Option<&'static str> {
    let district = district.trim_end_matches("办事处");
    LEADERS.iter().find(|(ending, _)| district.ends_with(ending)).map(|(_, leaders)| *leaders)
}

#[cfg(test)]
mod tests {
    use super::leaders_of;

    #[test]
    fn each_place_has_the_leaders_of_its_kind() {
        for (district, leaders) in [
            ("盘龙区", "区委、区政府"),
            ("云岭县", "县委、县政府"),
            ("彝良自治县", "县委、县政府"),
            ("甲市", "市委、市政府"),
            ("大理州", "州委、州政府"),
            ("红山旗", "旗委、旗政府"),
            ("青河镇", "镇党委、镇政府"),
            ("白石乡", "乡党委、乡政府"),
            ("拓东街道", "街道党工委、办事处"),
            ("拓东街道办事处", "街道党工委、办事处"),
            ("经济技术开发区", "党工委、管委会"),
        ] {
            assert_eq!(leaders_of(district), Some(leaders), "{district}");
        }
        assert_eq!(leaders_of("某地"), None);
    }
}

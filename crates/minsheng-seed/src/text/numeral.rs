//! Chinese numerals of headings.

const DIGITS: [&str; 10] = ["", "一", "二", "三", "四", "五", "六", "七", "八", "九"];

/// A number from 1 to 99 as headings have it: 一, 十, 十二, 二十.
pub fn numeral(n: u8) -> String {
    let digit = |n: u8| DIGITS.get(usize::from(n)).copied().unwrap_or_default();
    let tens = match n / 10 {
        0 => String::new(),
        1 => "十".into(),
        tens => format!("{}十", digit(tens)),
    };
    tens + digit(n % 10)
}

#[cfg(test)]
mod tests {
    use super::numeral;

    #[test]
    fn tens_are_not_counted_in_the_first_ten() {
        assert_eq!([1, 10, 12, 20, 99].map(numeral), ["一", "十", "十二", "二十", "九十九"]);
    }
}

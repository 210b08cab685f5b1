import type { passwordAdvice as German } from "../de/password-advice.ts";

export const passwordAdvice: Record<keyof typeof German, string> = {
  "Straight rows of keys on your keyboard are easy to guess.":
    "キーボードの直線的なキー配列の使用は、推測されやすくなります。",
  "Short keyboard patterns are easy to guess.": "短いキーボードパターンは推測されやすくなります。",
  'Repeated characters like "aaa" are easy to guess.':
    '"aaa"のような繰り返しの多い文字は推測されやすくなります。',
  'Repeated character patterns like "abcabcabc" are easy to guess.':
    '"abcabcabc"のような繰り返しの多い文字は推測されやすくなります。',
  'Common character sequences like "abc" are easy to guess.':
    "”abc”のような一般的な文字は推測されやすくなります。",
  "Recent years are easy to guess.": "最近の西暦は推測されやすくなります。",
  "Dates are easy to guess.": "日付は推測されやすくなります。",
  "This is a heavily used password.": "一般的に使用されるパスワードです。",
  "This is a frequently used password.": "頻繁に使われるパスワードです。",
  "This is a commonly used password.": "よく使われるパスワードです。",
  "This is similar to a commonly used password.": "よく使われるパスワードに似ています。",
  "Single words are easy to guess.": "1つの単語のみは推測されやすくなります。",
  "Single names or surnames are easy to guess.": "1つの名前は推測されやすくなります。",
  "Common names and surnames are easy to guess.": "一般的な名前は推測されやすくなります。",
  "There should not be any personal or page related data.":
    "個人情報やページに関する情報は含めるべきではありません。",
  "Your password was exposed by a data breach on the Internet.":
    "過去にインターネット上にパスワードが漏洩しているようです。",
  "Avoid predictable letter substitutions like '@' for 'a'.":
    '"a"を"@"に置き換えるような、予測可能な文字の置き換えは避けてください。',
  "Avoid reversed spellings of common words.": "一般的な単語を逆にした使用は避けてください。",
  "Capitalize some, but not all letters.": "いくつかの文字は大文字にしてください。",
  "Capitalize more than the first letter.": "最初の文字以外も大文字にしてください。",
  "Avoid dates and years that are associated with you.":
    "自分に関連する日付や西暦は避けてください。",
  "Avoid recent years.": "最近の西暦は避けてください。",
  "Avoid years that are associated with you.": "自分に関連のある西暦は避けてください。",
  "Avoid common character sequences.": "よくある文字列は避けてください。",
  "Avoid repeated words and characters.": "単語や文字の繰り返しは避けてください。",
  "Use longer keyboard patterns and change typing direction multiple times.":
    "長いキーボード配列を使用するまたは、キーボード配列の方向を変えてください。",
  "Add more words that are less common.": "一般的ではない単語を増やしてください。",
  "Use multiple words, but avoid common phrases.":
    "複数の単語を使用し、よくあるフレーズは避けてください。",
  "You can create strong passwords without using symbols, numbers, or uppercase letters.":
    "記号や数字、大文字を使わなくても、強力なパスワードを作成することができます。",
  "If you use this password elsewhere, you should change it.":
    "このパスワードを他で使用している場合は、変更してください。",
};

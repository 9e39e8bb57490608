/// The names by which GitHub knows the signs that are used most.
enum EmojiNames {
  /// The sign that a name such as `tada` stands for; `nil` where it is no such name.
  static func sign(of name: String) -> String? { signs[name] }

  private static let signs = [
    "+1": "👍", "-1": "👎", "100": "💯", "alarm_clock": "⏰", "apple": "🍎", "arrow_down": "⬇️",
    "arrow_forward": "▶️", "arrow_left": "⬅️", "arrow_right": "➡️", "arrow_up": "⬆️", "art": "🎨",
    "balloon": "🎈", "bar_chart": "📊", "beer": "🍺", "bell": "🔔", "bomb": "💣", "book": "📖",
    "bookmark": "🔖", "books": "📚", "boom": "💥", "brain": "🧠", "bug": "🐛", "bulb": "💡",
    "calendar": "📆", "chart_with_upwards_trend": "📈", "clap": "👏", "clipboard": "📋",
    "coffee": "☕", "computer": "💻", "confused": "😕", "construction": "🚧", "cry": "😢",
    "dart": "🎯", "disappointed": "😞", "dizzy": "💫", "email": "📧", "exclamation": "❗",
    "eyes": "👀", "fire": "🔥", "gear": "⚙️", "gift": "🎁", "globe_with_meridians": "🌐", "grin": "😁",
    "grinning": "😀", "hammer": "🔨", "heart": "❤️", "heart_eyes": "😍", "heavy_check_mark": "✔️",
    "hourglass": "⌛", "information_source": "ℹ️", "innocent": "😇", "joy": "😂", "key": "🔑",
    "laughing": "😆", "link": "🔗", "lock": "🔒", "mag": "🔍", "memo": "📝", "moon": "🌔",
    "mortar_board": "🎓", "muscle": "💪", "negative_squared_cross_mark": "❎", "no_entry": "⛔",
    "ok": "🆗", "ok_hand": "👌", "package": "📦", "pencil": "📝", "pencil2": "✏️",
    "point_down": "👇", "point_left": "👈", "point_right": "👉", "point_up": "☝️", "pray": "🙏",
    "pushpin": "📌", "question": "❓", "rainbow": "🌈", "raised_hands": "🙌", "recycle": "♻️",
    "red_circle": "🔴", "robot": "🤖", "rocket": "🚀", "rotating_light": "🚨", "scream": "😱",
    "scroll": "📜", "smile": "😄", "smiley": "😃", "smirk": "😏", "snail": "🐌", "snake": "🐍",
    "snowflake": "❄️", "sob": "😭", "sparkles": "✨", "speech_balloon": "💬", "star": "⭐",
    "star2": "🌟", "stop_sign": "🛑", "sun": "☀️", "sunglasses": "😎", "sunny": "☀️",
    "tada": "🎉", "thinking": "🤔", "thumbsdown": "👎", "thumbsup": "👍", "trophy": "🏆",
    "truck": "🚚", "turtle": "🐢", "unlock": "🔓", "warning": "⚠️", "wave": "👋",
    "wheelchair": "♿", "white_check_mark": "✅", "wink": "😉", "wrench": "🔧", "x": "❌",
    "zap": "⚡", "zzz": "💤",
  ]
}

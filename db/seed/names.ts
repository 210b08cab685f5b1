/** Given and family names by script, so that sorting, searching and layout meet real text. */
interface NameSet {
  share: number;
  given: readonly string[];
  family: readonly string[];
  /** How a full name is written. */
  isFamilyFirst?: boolean;
  separator?: string;
}

const words = (text: string) => text.split(" ");

export const NAME_SETS: readonly NameSet[] = [
  {
    share: 40,
    given: words(
      "Ada Grace Alan Edsger Barbara Donald Margaret Linus Katherine Dennis Radia Ken Hedy Tim Joan Niklaus Frances John Karen Claude Mary Brian Shafi Leslie Adele Bjarne Evelyn James Ruth Guido",
    ),
    family: words(
      "Lovelace Hopper Turing Dijkstra Liskov Knuth Hamilton Torvalds Johnson Ritchie Perlman Thompson Lamarr Berners-Lee Clarke Wirth Allen McCarthy Jones Shannon Jackson Kernighan Goldwasser Lamport Goldberg Stroustrup Boyd Gosling Teitelbaum Rossum Smith Brown Taylor O'Brien MacDonald Fitzgerald",
    ),
  },
  {
    share: 18,
    given: words(
      "José María Zoë François Jürgen Søren Łukasz Žofie Ñico Çağla Øyvind Åsa Núria Béla Šárka Renée Günther Íris Ştefan Anaïs",
    ),
    family: words(
      "García Müller Lefèvre Núñez Ångström Kowalczyk Dvořák Çelik Østergård Fernández Jiménez Weiß Bağcı Řezníček Gonçalves Björnsdóttir Szczepański Löwenstein Peña Đurić",
    ),
  },
  {
    share: 10,
    given: words("伟 芳 娜 敏 静 丽 强 磊 军 洋 勇 艳 杰 娟 涛 明 超 秀英 霞 平"),
    family: words("王 李 张 刘 陈 杨 赵 黄 周 吴 徐 孙 胡 朱 高 林 何 郭 马 罗"),
    isFamilyFirst: true,
    separator: "",
  },
  {
    share: 8,
    given: words("太郎 花子 健一 陽菜 翔太 結衣 大輔 さくら 拓也 美咲 直樹 葵 誠 凛 悠真"),
    family: words("佐藤 鈴木 高橋 田中 伊藤 渡辺 山本 中村 小林 加藤 吉田 山田 佐々木 松本 井上"),
    isFamilyFirst: true,
    separator: " ",
  },
  {
    share: 8,
    given: words(
      "Анна Дмитрий Елена Сергей Ольга Иван Наталья Алексей Татьяна Михаил Юлия Андрей Світлана Олександр Милош",
    ),
    family: words(
      "Иванов Смирнова Кузнецов Попова Васильев Петрова Соколов Михайлова Новиков Фёдорова Шевченко Коваленко Бондаренко Петровић Димитров",
    ),
  },
  {
    share: 6,
    given: words("محمد فاطمة أحمد عائشة علي مريم حسن زينب يوسف ليلى عمر نور خالد سارة إبراهيم"),
    family: words(
      "الأحمد الخطيب النجار حداد السيد المصري العلي بكر صالح القاسم شاهين منصور داود رحمان الفارسي",
    ),
  },
  {
    share: 5,
    given: words("आरव अनन्या विवान दीया अर्जुन इशिता रोहन काव्या आदित्य मीरा राहुल प्रिया सुनील नेहा विकास"),
    family: words("शर्मा वर्मा गुप्ता सिंह कुमार पटेल यादव मिश्रा जोशी अग्रवाल चौहान देशमुख कपूर मेहता राव"),
  },
  {
    share: 3,
    given: words("민준 서연 도윤 지우 하준 서윤 주원 하은 지호 민서"),
    family: words("김 이 박 최 정 강 조 윤 장 임"),
    isFamilyFirst: true,
    separator: "",
  },
  {
    share: 2,
    given: words("Γιώργος Μαρία Δημήτρης Ελένη Νίκος Κατερίνα Σοφία Ανδρέας"),
    family: words(
      "Παπαδόπουλος Οικονόμου Γεωργίου Νικολάου Βασιλείου Ιωάννου Χριστοδούλου Αγγελόπουλος",
    ),
  },
];

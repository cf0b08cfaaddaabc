/** Given and family names that go together. Pairs are drawn at random; nobody in particular is meant. */
const NAMES = {
  english: [
    "Ada Adrian Alice Ben Beth Callum Clara Colin Daisy Derek Eliza Ethan Fiona Gavin Gemma Harriet Ian Ivy Jasper Keira Leo Maeve Nolan Olive Piers Quinn Rosa Silas Tessa Wyatt",
    "Abbott Ashdown Barlow Birch Calloway Carver Dalton Easton Fairley Garrick Hale Harlow Ingram Jessop Kipling Langley Marlow Norwood Oakes Pemberton Quill Radcliffe Sedgwick Thorne Underhill Vance Whitlock Yardley Wexford Merrick",
  ],
  german: [
    "Anja Bastian Birgit Carsten Dörte Eike Florian Gesa Hanno Ilka Jörg Katja Lennart Maren Nils Oda Philipp Ronja Sönke Thea Ulf Viola Wiebke Yannik Zita",
    "Ahlers Brinkmann Claasen Dietz Ebeling Fährmann Grothe Hagedorn Immel Jansen Kessler Lindner Möhring Nagel Oelze Pohl Quandt Rademacher Steinke Thamm Uhlig Voss Wichert Zeidler Krüger",
  ],
  dutch: [
    "Anouk Bram Casper Daan Eline Femke Gijs Hanneke Isa Joost Kiki Lotte Maarten Niels Oscar Puck Roos Sanne Thijs Veerle Wouter Ymke",
    "Aalbers Bakhuis Coster Dekkers Elzinga Feenstra Goudsmit Hoekstra Ijsselstein Jonker Kuipers Leenders Mulderij Noordhoek Oosterling Postma Reitsma Schouten Terpstra Veldkamp Wiersma Zijlstra",
  ],
  french: [
    "Agathe Baptiste Camille Damien Élodie Fabrice Gaëlle Hugo Inès Joël Léa Mathis Noémie Octave Perrine Quentin Romane Sylvain Théo Violette Yves Zoé",
    "Aubry Blanchet Carlier Delmas Estève Fontaine Gaillard Hubert Imbert Jacquet Lemoine Marchand Navarre Ollier Périer Quesnel Roussel Sauvage Thibault Vasseur Renaudin Guérin",
  ],
  iberian: [
    "Alba Bruno Carmen Diego Elena Fernão Gabriela Hugo Inês Javier Lucía Mateus Nuno Olga Paula Rafael Sofia Tomás Valentina Xavier Beatriz João",
    "Almeida Barros Cabral Domínguez Espinosa Figueira Galvão Herrera Iglesias Jardim Lobato Montero Nogueira Ortega Pacheco Quintana Ribeiro Salgado Teixeira Valverde Zamora Araújo",
  ],
  italian: [
    "Alessia Bruno Chiara Dario Elisa Fabio Ginevra Ivano Lidia Marco Nadia Orlando Paola Renzo Silvia Tullio Ugo Vera",
    "Amadori Bassani Colonna Donati Fabbri Galli Lombardi Mancini Negri Orsini Pavesi Righetti Sartori Tedesco Ventura Zanetti Bellini Corradi",
  ],
  nordic: [
    "Aino Birk Dagny Einar Freja Gustav Hedda Ingrid Jonas Kaja Leif Maja Nora Oskar Pernille Ragna Signe Torben Ulla Viggo Åsa Søren",
    "Aalto Bergström Dahlgren Ekholm Friberg Grønvold Hedlund Isaksen Jørgensen Kvist Lindqvist Mørk Nyström Østergaard Palmgren Rønning Sandberg Thorsen Vinther Wallin Ågren Holm",
  ],
  slavic: [
    "Agnieszka Bartosz Czesława Dorota Emil Franciszek Gabriela Hana Iwona Jakub Katarzyna Łukasz Milena Ondřej Paweł Radka Stanislav Tereza Vojtěch Wanda Zuzana Žaneta",
    "Adamek Bielak Czerny Dvorský Fiala Gajda Havlík Jelínek Kowalik Lis Malinowski Nowicki Olszak Pokorný Rybak Sikora Tománek Urbánek Wójtowicz Zawada Hruška Kubát",
  ],
  turkish: [
    "Aslı Berk Ceren Deniz Ebru Emre Gizem Hakan İpek Kerem Leyla Melis Nazlı Onur Pınar Selin Tolga Umut Yasemin Zeynep",
    "Aksoy Bulut Çelik Demirci Erdem Güneş Işık Karaca Kılıç Öztürk Polat Sarı Şimşek Taşkın Uysal Yalçın Yıldız Aydın Korkmaz Tekin",
  ],
  indian: [
    "Aarav Ananya Bhavna Chetan Deepika Eshan Gauri Harish Ishita Jatin Kavya Lakshmi Manish Neha Omkar Pooja Rohan Shreya Tarun Uma Varun Yamini",
    "Agarwal Bhatt Chaudhary Deshpande Ghosh Iyer Joshi Kulkarni Menon Nair Pillai Rao Saxena Thakur Upadhyay Varma Banerjee Chopra Hegde Mehra Reddy Sethi",
  ],
  chinese: [
    "Bo Chen-Li Fang Guang Hui Jia Kai Lan Mei Ning Peng Qiu Rui Shan Tao Wei Xin Yan Zhen Jun",
    "Bai Cai Deng Fan Gao Huang Jiang Kong Liang Meng Ouyang Pan Qian Shen Tang Wen Xie Yuan Zhao Zhou",
  ],
  japanese: [
    "Aoi Daichi Emi Fumiko Haruto Ichika Kaito Mio Naoki Riku Sakura Takumi Yui Yuto Hina Ren Satomi Kenji",
    "Aoyama Endo Fujiwara Hayashi Ishikawa Kuroda Matsuda Nakahara Ogawa Sakai Takeda Uchida Watabe Yamane Hoshino Kojima Morita Shimizu",
  ],
  korean: [
    "Ara Byung-ho Chae-won Da-eun Eun-ji Hae-won Ji-hoon Joon Min-seo Na-rae Seo-yun Sung-min Tae-yang Woo-jin Yu-na",
    "Ahn Bae Cho Han Hong Jang Kang Kwon Lim Moon Noh Oh Seo Shin Yoon",
  ],
  nigerian: [
    "Adaeze Bolanle Chidi Damilola Emeka Folake Ifeoma Jide Kelechi Ngozi Obinna Sade Tunde Uche Yetunde Zainab",
    "Abiola Balogun Chukwu Danjuma Eze Fashola Ibekwe Lawal Musa Nwosu Obi Okafor Onyeka Salako Uzor Adeyemi",
  ],
  kenyan: [
    "Achieng Barasa Chebet Juma Kamau Makena Njeri Otieno Wanjiru Zawadi Kibet Nafula",
    "Gathoni Kariuki Kiprop Maina Mutua Mwangi Ndegwa Ochieng Odhiambo Wafula Wekesa Cheruiyot",
  ],
  arabic: [
    "Amal Bilal Dalia Faris Hanan Idris Jana Karim Layla Nabil Omar Rania Samir Tariq Yara Ziad",
    "Abadi Barakat Darwish Fahmy Ghanem Haddad Jaber Khalil Mansour Najjar Qasim Rahal Sabbagh Tamimi Younes Zaki",
  ],
  hebrew: [
    "Alma Boaz Dafna Eitan Gali Hila Itai Keren Lior Maya Noam Omer Ronit Shira Tamar Yael",
    "Alon Barzilai Carmi Dagan Erez Golan Harari Keinan Lavi Mizrahi Navon Oren Peled Shaked Tzur Yarden",
  ],
} as const;

export type Culture = keyof typeof NAMES;

/** The culture of that name, else English names. */
export function cultureOf(text: string): Culture {
  const isKnown = (key: string): key is Culture => key in NAMES;
  return isKnown(text) ? text : "english";
}

const LISTS = new Map(
  Object.entries(NAMES).map(([culture, [first, last]]) => [
    culture,
    { first: first.split(" "), last: last.split(" ") },
  ]),
);

/**
 * The name of the visitor with that number. Within one culture every pair is used once before any is
 * used again; `turn` counts how often, so that e-mail addresses can stay apart (anna.voss, anna.voss2).
 */
export function nameOf(culture: Culture, index: number) {
  const { first, last } = LISTS.get(culture) ?? { first: ["Ada"], last: ["Hale"] };
  const pairs = first.length * last.length;
  // A prime that divides no list's length spreads neighbours over the whole table.
  const place = (index * 7919 + 977) % pairs;
  return {
    first: first[place % first.length] ?? "Ada",
    last: last[Math.floor(place / first.length)] ?? "Hale",
    turn: Math.floor(index / pairs),
  };
}

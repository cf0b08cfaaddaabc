import { type Culture, cultureOf } from "./names.ts";

/** A city that visitors and companies are in. `offset` is hours from UTC without summer time. */
export interface Place {
  city: string;
  region: string;
  regionCode: string;
  postalCode: string;
  country: string;
  code: string;
  continent: string;
  latitude: string;
  longitude: string;
  timezone: string;
  offset: number;
  colo: string;
  metroCode: string | null;
  isEU: boolean;
  culture: Culture;
  language: string;
  weight: number;
}

const EU = new Set(["DE", "FR", "NL", "ES", "PT", "PL", "SE", "IE", "IT", "DK", "FI", "CZ", "AT"]);

// city|region|code|postal|country|cc|continent|lat|lon|timezone|offset|colo|metro|culture|language|weight
const TABLE = `
New York|New York|NY|10001|United States|US|NA|40.7128|-74.0060|America/New_York|-5|EWR|501|english|English|9
San Francisco|California|CA|94105|United States|US|NA|37.7749|-122.4194|America/Los_Angeles|-8|SJC|807|english|English|8
Austin|Texas|TX|78701|United States|US|NA|30.2672|-97.7431|America/Chicago|-6|DFW|635|english|English|6
Chicago|Illinois|IL|60601|United States|US|NA|41.8781|-87.6298|America/Chicago|-6|ORD|602|english|English|5
Boston|Massachusetts|MA|02108|United States|US|NA|42.3601|-71.0589|America/New_York|-5|BOS|506|english|English|5
Seattle|Washington|WA|98101|United States|US|NA|47.6062|-122.3321|America/Los_Angeles|-8|SEA|819|english|English|4
Toronto|Ontario|ON|M5H|Canada|CA|NA|43.6532|-79.3832|America/Toronto|-5|YYZ||english|English|4
London|England|ENG|EC2A|United Kingdom|GB|EU|51.5074|-0.1278|Europe/London|0|LHR||english|English|8
Manchester|England|ENG|M1|United Kingdom|GB|EU|53.4808|-2.2426|Europe/London|0|MAN||english|English|2
Dublin|Leinster|L|D02|Ireland|IE|EU|53.3498|-6.2603|Europe/Dublin|0|DUB||english|English|2
Berlin|Berlin|BE|10115|Germany|DE|EU|52.5200|13.4050|Europe/Berlin|1|TXL||german|German|6
Munich|Bavaria|BY|80331|Germany|DE|EU|48.1351|11.5820|Europe/Berlin|1|MUC||german|German|4
Vienna|Vienna|9|1010|Austria|AT|EU|48.2082|16.3738|Europe/Vienna|1|VIE||german|German|2
Zurich|Zurich|ZH|8001|Switzerland|CH|EU|47.3769|8.5417|Europe/Zurich|1|ZRH||german|German|2
Amsterdam|North Holland|NH|1011|Netherlands|NL|EU|52.3676|4.9041|Europe/Amsterdam|1|AMS||dutch|Dutch|4
Paris|Île-de-France|IDF|75002|France|FR|EU|48.8566|2.3522|Europe/Paris|1|CDG||french|French|5
Madrid|Madrid|MD|28001|Spain|ES|EU|40.4168|-3.7038|Europe/Madrid|1|MAD||iberian|Spanish|3
Lisbon|Lisbon|11|1100|Portugal|PT|EU|38.7223|-9.1393|Europe/Lisbon|0|LIS||iberian|Portuguese|3
Milan|Lombardy|25|20121|Italy|IT|EU|45.4642|9.1900|Europe/Rome|1|MXP||italian|Italian|2
Stockholm|Stockholm|AB|11120|Sweden|SE|EU|59.3293|18.0686|Europe/Stockholm|1|ARN||nordic|Swedish|3
Copenhagen|Capital Region|84|1050|Denmark|DK|EU|55.6761|12.5683|Europe/Copenhagen|1|CPH||nordic|Danish|2
Warsaw|Mazovia|14|00-001|Poland|PL|EU|52.2297|21.0122|Europe/Warsaw|1|WAW||slavic|Polish|3
Prague|Prague|10|11000|Czechia|CZ|EU|50.0755|14.4378|Europe/Prague|1|PRG||slavic|Czech|2
Istanbul|Istanbul|34|34000|Türkiye|TR|AS|41.0082|28.9784|Europe/Istanbul|3|IST||turkish|Turkish|2
Bengaluru|Karnataka|KA|560001|India|IN|AS|12.9716|77.5946|Asia/Kolkata|5.5|BLR||indian|English|5
Mumbai|Maharashtra|MH|400001|India|IN|AS|19.0760|72.8777|Asia/Kolkata|5.5|BOM||indian|English|3
Singapore|Singapore|01|048616|Singapore|SG|AS|1.3521|103.8198|Asia/Singapore|8|SIN||chinese|English|3
Tokyo|Tokyo|13|100-0001|Japan|JP|AS|35.6762|139.6503|Asia/Tokyo|9|NRT||japanese|Japanese|3
Seoul|Seoul|11|04524|South Korea|KR|AS|37.5665|126.9780|Asia/Seoul|9|ICN||korean|Korean|2
Sydney|New South Wales|NSW|2000|Australia|AU|OC|-33.8688|151.2093|Australia/Sydney|10|SYD||english|English|3
São Paulo|São Paulo|SP|01000-000|Brazil|BR|SA|-23.5505|-46.6333|America/Sao_Paulo|-3|GRU||iberian|Portuguese|4
Mexico City|Mexico City|CMX|06000|Mexico|MX|NA|19.4326|-99.1332|America/Mexico_City|-6|MEX||iberian|Spanish|2
Lagos|Lagos|LA|100001|Nigeria|NG|AF|6.5244|3.3792|Africa/Lagos|1|LOS||nigerian|English|2
Nairobi|Nairobi County|30|00100|Kenya|KE|AF|-1.2921|36.8219|Africa/Nairobi|3|NBO||kenyan|English|1
Dubai|Dubai|DU|00000|United Arab Emirates|AE|AS|25.2048|55.2708|Asia/Dubai|4|DXB||arabic|Arabic|2
Tel Aviv|Tel Aviv|TA|61000|Israel|IL|AS|32.0853|34.7818|Asia/Jerusalem|2|TLV||hebrew|Hebrew|2
`;

function placeOf(line: string): Place {
  const [
    city = "",
    region = "",
    regionCode = "",
    postalCode = "",
    country = "",
    code = "",
    ...rest
  ] = line.split("|");
  const [continent = "", latitude = "", longitude = "", timezone = "", offset = "0", ...tail] =
    rest;
  const [colo = "", metro = "", culture = "english", language = "English", weight = "1"] = tail;
  return {
    ...{ city, region, regionCode, postalCode, country, code, continent, latitude, longitude },
    ...{ timezone, offset: Number(offset), colo, metroCode: metro || null, isEU: EU.has(code) },
    ...{ culture: cultureOf(culture), language, weight: Number(weight) },
  };
}

const [FIRST = "", ...OTHERS] = TABLE.trim().split("\n");

/** Every city, never empty. */
export const PLACES: readonly [Place, ...Place[]] = [placeOf(FIRST), ...OTHERS.map(placeOf)];

/** The city of that name, else the first one. */
export function placeNamed(city: string): Place {
  return PLACES.find((place) => place.city === city) ?? PLACES[0];
}

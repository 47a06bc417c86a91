/** The sites and machines of the demo: plausible, invented. */
export interface DemoSite {
  customer: string;
  name: string;
  street: string;
  timeZone: string;
  language: 'en' | 'de' | 'sv';
  /** Is the portal on? */
  portal: boolean;
  /** How many of its five devices have a label. */
  labelled: number;
  welcome: string;
}

const site = (
  [customer, name, street, timeZone]: [string, string, string, string],
  [language, portal, labelled]: [DemoSite['language'], boolean, number],
): DemoSite => ({ customer, name, street, timeZone, language, portal, labelled, welcome: WELCOME[language] });

const WELCOME = {
  en: 'Thank you for telling us. We look at every report.',
  de: 'Danke für Ihre Meldung. Wir sehen uns jede an.',
  sv: 'Tack för att du hör av dig. Vi tittar på varje anmälan.',
};

const SWEDEN = 'Europe/Stockholm';
const GERMANY = 'Europe/Berlin';

export const DEMO_SITES: readonly DemoSite[] = [
  site(['Nordic AB', 'Hisingen plant', 'Hamngatan 12', SWEDEN], ['sv', true, 5]),
  site(['Nordic AB', 'Kungälv depot', 'Depåvägen 3', SWEDEN], ['sv', true, 4]),
  site(['Svea Bygg', 'Solna workshop', 'Verkstadsgatan 8', SWEDEN], ['sv', true, 5]),
  site(['Åkessons Åkeri', 'Malmö terminal', 'Terminalgatan 21', SWEDEN], ['sv', true, 3]),
  site(['Kvarnen Mejeri', 'Linköping dairy', 'Mejerivägen 1', SWEDEN], ['sv', false, 2]),
  site(['Müller Fördertechnik', 'Werk Köln-Niehl', 'Industriestraße 44', GERMANY], ['de', true, 5]),
  site(['Müller Fördertechnik', 'Lager Hürth', 'Am Bahnhof 7', GERMANY], ['de', true, 4]),
  site(['Hafenlager Nord', 'Speicher 3', 'Kamerunweg 9', GERMANY], ['de', true, 5]),
  site(['Zürich Kühlhaus', 'Kühlhaus Altstetten', 'Hohlstrasse 500', 'Europe/Zurich'], ['de', false, 1]),
  site(['Harbour Cold Store', 'Avonmouth store', 'Dock Road 14', 'Europe/London'], ['en', true, 5]),
  site(['Pennine Packaging', 'Leeds mill', 'Canal Street 2', 'Europe/London'], ['en', false, 0]),
  site(['Aceites Núñez', 'Jaén press house', 'Calle del Olivo 5', 'Europe/Madrid'], ['en', false, 0]),
];

export interface DemoDevice {
  name: string;
  model: string;
  prefix: string;
  positions: readonly string[];
  tags: readonly string[];
}

const device = ([name, model, prefix]: [string, string, string], positions: string[], tags: string[]): DemoDevice => ({
  name,
  model,
  prefix,
  positions,
  tags,
});

/** A place for each site, so that the same kind of machine stands somewhere else at each. */
export const DEMO_DEVICES: readonly DemoDevice[] = [
  device(['Conveyor 4', 'Rollway RW 450', 'RW'], ['Hall 3, line 4', 'Hall 1, infeed', 'Mezzanine'], ['conveyor']),
  device(['Robot R2', 'Tugbot 800', 'TB'], ['Hall 3, dock 2', 'Charging bay', 'Aisle 7'], ['robot', 'battery']),
  device(['Pump P-11', 'Flowmark CR 5', 'FM'], ['Pump room', 'Cellar, left of the stairs'], ['pump']),
  device(['Gate 2 scanner', 'Lumen S7', 'LS'], ['Hall 3, gate 2', 'Gate 2, right post'], ['scanner']),
  device(['Gate 5', 'Portex SD 40', 'DR'], ['Hall 2, gate 5', 'Yard side'], ['gate', 'safety']),
  device(['Fan 1', 'Aero 630', 'AE'], ['Cold store, ceiling', 'Roof, north'], ['fan']),
  device(['Packing line 2', 'Packwell 2200', 'PW'], ['Hall 1, line 2', 'Packing hall'], ['packing']),
  device(['Boiler', 'Thermik B 90', 'TH'], ['Boiler house', 'Cellar'], ['heating', 'safety']),
  device(['Cold room B', 'Frostline 20', 'FR'], ['Cold store, room B'], ['cooling']),
  device(['Press 7', 'Kraft HP 400', 'KP'], ['Hall 3, bay 7', 'Workshop'], ['press', 'safety']),
  device(['Truck T-3', 'Liftor E20', 'LE'], ['Charging bay 3', 'Loading ramp'], ['truck', 'battery']),
  device(['Compressor K1', 'Aero K 15', 'AK'], ['Compressor room', 'Behind hall 2'], ['compressed air']),
];

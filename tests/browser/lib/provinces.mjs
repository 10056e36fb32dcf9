// Provinces that try the booklets: neighborhoods without an activity and with sixty, titles as long as they may
// be, more domains and signatures than paper has room for. Invented throughout, written as an office would.
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

const LONGEST_TITLE = 300;
const STATES = [
  { start: '1404/02/01', due: '1404/08/15', progress: 40 },
  { start: '1404/03/01', due: '1405/01/31', progress: 80 },
  { start: '1404/01/15', due: '1404/12/20', progress: 20 },
  { start: '1404/05/01', due: '1404/11/30' },
  { start: '1404/02/10', due: '1404/09/30', progress: 100, finished: '1404/09/28' },
  {},
];
const WORDS = ['ساماندهی', 'کارگاه', 'آموزش', 'خانواده', 'نوجوانان', 'محله', 'سالمندان', 'بوستان', 'پیاده‌راه', 'کتابخانه'];

/** A title of so many characters, the same for the same number. */
function title(number, length) {
  let text = `${WORDS[number % WORDS.length]} ${WORDS[(number * 7 + 3) % WORDS.length]}`;
  for (let at = 1; text.length < length; at += 1) text += ` ${WORDS[(number + at * 3) % WORDS.length]}`;
  return text.slice(0, length).trim();
}

/**
 * Writes a province into `folder`. `neighborhoods` gives for each how many activities it has; the rest says how
 * many there are of everything else, and how long titles are.
 */
export function writeProvince(folder, shape) {
  const { neighborhoods, domains, visits = 0, problems = 0, goals = 0, signatures = [], words = 18, counties = 1 } = shape;
  const put = (path, text) => {
    mkdirSync(dirname(join(folder, 'content', path)), { recursive: true });
    writeFileSync(join(folder, 'content', path), text);
  };
  const list = (items) => items.map((each) => `\n  - ${each}`).join('');
  const signed = signatures.length > 0 ? `signatures:${list(signatures)}\n` : '';
  const head = `authority: ${title(5, words)}\nnumber: 1404/21/7\nedition: هفتم\nas_of: 1404/10/15\n`;
  put('site.yml', `title: ${title(1, words)}\nprovince: نمونه\n${head}${signed}`);
  for (let at = 0; at < domains; at += 1) put(`domains/d${at}.yml`, `title: ${title(at, words)}\norder: ${at}\n`);
  put('agencies/a.yml', `title: ${title(4, words)}\n`);
  neighborhoods.forEach((activities, place) => {
    const named = `title: ${title(place + 2, words)}\nkind: محله\ncounty: شهرستان ${place % counties}\n`;
    const manager = `manager: {name: ${title(3, words)}}\n`;
    const aims = goals > 0 ? `goals:${list([...Array(goals).keys()].map((at) => title(at, words)))}\n` : '';
    put(`neighborhoods/n${place}.yml`, named + manager + aims);
    for (let at = 0; at < activities; at += 1) put(...activity(place, at, domains, words));
    for (let at = 0; at < visits; at += 1) {
      const day = `1404/0${(at % 9) + 1}/1${at % 8}`;
      put(`visits/v${place}-${at}.yml`, `date: ${day}\nneighborhood: n${place}\nby: ${title(at, words)}\n`);
    }
    for (let at = 0; at < problems; at += 1) {
      put(`problems/p${place}-${at}.yml`, `title: ${title(at, words)}\nneighborhood: n${place}\nrank: ${at + 1}\n`);
    }
  });
}

function activity(place, at, domains, words) {
  const { progress, ...dates } = STATES[(place + at) % STATES.length];
  const record = { title: title(at, words), neighborhood: `n${place}`, domain: `d${at % Math.max(domains, 1)}`, ...dates };
  const who = at % 4 === 3 ? '' : `lead: a\nresponsible: ${title(at + 1, Math.min(words, 200))}\n`;
  const lines = Object.entries(record).map(([key, value]) => `${key}: ${value}\n`);
  const milestone = dates.due ? `milestones:\n  - {title: مرحلهٔ نخست, due: ${dates.due}}\n` : '';
  const report = progress === undefined ? '' : `updates:\n  - {date: 1404/08/10, progress: ${progress}, text: ${title(at, 200)}}\n`;
  return [`activities/x${place}-${at}.yml`, lines.join('') + who + milestone + report];
}

const long = LONGEST_TITLE;
const ten = [...Array(10).keys()].map((at) => title(at, 20));

/** The shapes that booklets are tried with, by name; `what` finishes the sentence of the promise. */
export const PROVINCES = {
  empty: { what: 'a province with nothing recorded', neighborhoods: [0], domains: 0 },
  usual: {
    what: 'neighborhoods with none, three, fourteen and sixty activities',
    neighborhoods: [0, 3, 7, 8, 14, 60],
    domains: 5,
    visits: 2,
    signatures: ['مدیر محله', 'استاندار', 'دبیر طرح'],
  },
  bare: { what: 'neighborhoods with activities and little else', neighborhoods: [1, 3, 7, 8], domains: 1 },
  full: {
    what: 'neighborhoods with more of everything than paper holds',
    neighborhoods: [0, 3, 7, 14, 60, 8, 5, 1, 20, 11],
    domains: 12,
    visits: 30,
    problems: 14,
    goals: 12,
    signatures: ten,
  },
  long: {
    what: 'neighborhoods with the longest titles',
    neighborhoods: [0, 3, 7, 14, 60, 8, 5],
    domains: 13,
    visits: 12,
    problems: 12,
    goals: 6,
    signatures: ten.map((_, at) => title(at, long)),
    words: long,
  },
  many: {
    what: 'a province of four hundred neighborhoods',
    neighborhoods: [...Array(400).keys()].map((at) => at % 3),
    domains: 8,
    counties: 9,
    signatures: ['استاندار'],
  },
};

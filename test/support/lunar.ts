/**
 * A second reckoning of the lunar year, by the shortened series that calendars use (new moons to some minutes, the sun to
 * some hundredths of a degree). It shares nothing with the table or with what made it.
 */

const RADIAN = Math.PI / 180;
const MONTH = 29.530588853;

/** The moment of a new moon, in Julian days of universal time. */
function newMoon(k: number): number {
  const t = k / 1236.85;
  const at =
    2415020.75933 +
    29.53058868 * k +
    0.0001178 * t * t -
    0.000000155 * t ** 3 +
    0.00033 * Math.sin((166.56 + 132.87 * t - 0.009173 * t * t) * RADIAN);
  const sun = (359.2242 + 29.10535608 * k - 0.0000333 * t * t) * RADIAN;
  const moon = (306.0253 + 385.81691806 * k + 0.0107306 * t * t) * RADIAN;
  const node = (21.2964 + 390.67050646 * k - 0.0016528 * t * t) * RADIAN;
  const correction =
    (0.1734 - 0.000393 * t) * Math.sin(sun) +
    0.0021 * Math.sin(2 * sun) -
    0.4068 * Math.sin(moon) +
    0.0161 * Math.sin(2 * moon) -
    0.0004 * Math.sin(3 * moon) +
    0.0104 * Math.sin(2 * node) -
    0.0051 * Math.sin(sun + moon) -
    0.0074 * Math.sin(sun - moon) +
    0.0004 * Math.sin(2 * node + sun) -
    0.0004 * Math.sin(2 * node - sun) -
    0.0006 * Math.sin(2 * node + moon) +
    0.001 * Math.sin(2 * node - moon) +
    0.0005 * Math.sin(2 * moon + sun);
  return at + correction - (-0.000278 + 0.000265 * t + 0.000262 * t * t);
}

/** The sun's apparent longitude, in twelfths of the circle from the spring equinox on. */
function sunTwelfth(julian: number): number {
  const t = (julian - 2451545) / 36525;
  const anomaly = (357.5291 + 35999.0503 * t - 0.0001559 * t * t) * RADIAN;
  const longitude =
    280.46645 +
    36000.76983 * t +
    0.0003032 * t * t +
    (1.9146 - 0.004817 * t) * Math.sin(anomaly) +
    0.019993 * Math.sin(2 * anomaly) +
    0.00029 * Math.sin(3 * anomaly) -
    0.00569 -
    0.00478 * Math.sin((125.04 - 1934.136 * t) * RADIAN);
  return Math.floor((((longitude % 360) + 360) % 360) / 30);
}

/** The civil day, as a Julian day number, on which new moon `k` falls in a zone of `hours` east. */
const dayOfMoon = (k: number, hours: number) => Math.floor(newMoon(k) + 0.5 + hours / 24);
const julianOf = (year: number, month: number, day: number) =>
  Math.round(Date.UTC(year, month - 1, day) / 86_400_000 + 2440587.5 + 0.5);
const twelfthOn = (day: number, hours: number) => sunTwelfth(day - 0.5 - hours / 24);

/** The new moon that begins the month with the winter solstice of a year. */
function solsticeMoon(year: number, hours: number): number {
  const end = julianOf(year, 12, 31);
  let k = Math.floor((end - 2415021) / MONTH) + 1;
  while (dayOfMoon(k, hours) > end || twelfthOn(dayOfMoon(k, hours), hours) >= 9) k -= 1;
  return k;
}

/** The first day of a lunar year, reckoned for a zone of `hours` east of Greenwich. */
export function reckonTet(year: number, hours: number): string {
  const first = solsticeMoon(year - 1, hours);
  let moon = first + 2;
  if (solsticeMoon(year, hours) - first === 13) {
    let leap = 1;
    while (
      twelfthOn(dayOfMoon(first + leap, hours), hours) !==
      twelfthOn(dayOfMoon(first + leap + 1, hours), hours)
    )
      leap += 1;
    if (leap <= 2) moon += 1;
  }
  return new Date((dayOfMoon(moon, hours) - 2440588) * 86_400_000).toISOString().slice(0, 10);
}

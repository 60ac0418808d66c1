/** From when on sentences over time are said. Every rule asks here, and each limit has a test at its edge. */
export const thresholds = {
  /** So many months are the first year of a record. */
  firstYear: 12,
  /** A ratio to the year before tells of a rise or a fall from here on, over its whole rounding interval. */
  rise: 1.005,
  fall: 0.995,
  /** Two growth rates are told apart from so many percentage points on. */
  paceApart: 0.3,
  /** A gap has widened or narrowed by at least this part of the gap before. */
  gapChange: 0.005,
  /** Months known only together are told as one stretch up to so many. */
  together: 5,
  /** Months in a row that make a streak; months none of which fell, or rose, that are told as such. */
  streak: 3,
  neverBelow: 6,
  /** So many months ago was the last one of the other direction, at least. */
  lastOfKind: 6,
  /** A first rise is news after so many falls, a first fall after so many rises. */
  fallsBeforeRise: 3,
  risesBeforeFall: 6,
  /** Single months, sums of twelve months, quarters and equal periods among which one can be the highest. */
  extremeMonths: 24,
  extremeFew: 6,
  extremeTwelve: 24,
  extremeQuarters: 8,
  extremeShares: 4,
  /** An extreme is still told of a month so many months back. */
  extremeBack: 3,
  /** Earlier years that a value since January is told to lie above, or below. */
  yearsAhead: 3,
  /** A part is told to have brought a change from so many percentage points on; so many parts are named. */
  contribution: 0.3,
  namedDrivers: 3,
  /** So many parts are listed where there are no more than `upTo`, and so many where there are. */
  listed: {
    exports: { upTo: 10, most: 10 },
    imports: { upTo: 8, most: 8 },
    regions: { upTo: 12, most: 10 },
  },
  /** Rises and falls of parts offset one another from so many percentage points each on. */
  offset: 1,
  /** One part is told to make up much of a total alone from this share on, in per cent. */
  alone: 25,
  /** The second of two regions leads with the first where it is so many times as large as the third. */
  twoLead: 1.5,
  /** Equal periods of regions are shown from so many years on, and at most so many. */
  leastYears: 3,
  mostYears: 5,
  /** The rest has most of a change from more than this part of it on. */
  most: 0.5,
  /** So many months after the last bulletin that names a part it is still told that none does. */
  goneFor: 12,
  /** Growth is told as a multiple and no longer in per cent, from this index on. */
  asMultiple: 1000,
  /** Growth in per cent is told of bases from here on, in USD million, and among so many parts at least. */
  leastBase: 1,
  leastRanked: 4,
  /** So many regions, and goods, are told to have grown fastest. */
  fastest: { regions: 2, products: 3 },
  /** Every one of at least so many regions rose; so many of them with one or two exceptions. */
  every: 3,
  everyBut: 5,
  /** A share has moved from so many percentage points on; below the other it is almost unchanged. */
  shift: 1,
  noShift: 0.3,
  /** Steps of a share in one direction that are told. */
  shiftSteps: 3,
  /** A count is compared with that of so many years before, if there is one. */
  stockYears: 2,
  /** The newest years that charts of business and documents show, and titles look back on. */
  shownYears: 5,
  /** Months of a record from which on its lead chart has lines of single months, and sums of twelve months. */
  leadLines: 12,
  leadSums: 24,
} as const;

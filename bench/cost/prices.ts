/**
 * The public prices of AWS that the cost table is made with, in US dollars: on demand, in us-east-1, without the free
 * tier, as known in November 2026.
 */
export const prices = {
  region: 'us-east-1',
  asOf: '2026-11',
  /** Lambda on arm64: a gigabyte of memory for a second, and a request. */
  lambdaGigabyteSecond: 0.0000133334,
  lambdaRequest: 0.2 / 1e6,
  /** An HTTP API: a request of up to 512 KB. */
  apiRequest: 1 / 1e6,
  /** S3 Standard: a gigabyte for a month, a PUT or LIST, a GET or HEAD. */
  storedGigabyteMonth: 0.023,
  put: 0.005 / 1000,
  get: 0.0004 / 1000,
  /** CloudWatch: a gigabyte of logs taken in, an alarm for a month, a metric of one's own for a month. */
  logGigabyte: 0.5,
  alarmMonth: 0.1,
  metricMonth: 0.3,
  /** A dashboard for a month, and how many of an account are free. */
  dashboardMonth: 3,
  freeDashboards: 3,
  /** A trace of X-Ray that is recorded. */
  trace: 5 / 1e6,
  /** EventBridge Scheduler: an invocation. */
  scheduledInvocation: 1 / 1e6,
  /** Step Functions: a transition between states, an express execution, and its 64 MB for a tenth of a second. */
  transition: 0.025 / 1000,
  expressExecution: 1 / 1e6,
  expressTenth: (0.00001667 * 0.0625) / 10,
} as const;

/** Hours of a month, as AWS counts them. */
export const hoursOfMonth = 730;

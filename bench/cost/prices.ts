/**
 * The public prices of AWS for the cost table, in US dollars: on demand, in us-east-1, without the free tier, as of
 * November 2026.
 */
export const prices = {
  region: 'us-east-1',
  asOf: '2026-11',
  /** Lambda on arm64: one GB of memory for a second, and a request. */
  lambdaGigabyteSecond: 0.0000133334,
  lambdaRequest: 0.2 / 1e6,
  /** An HTTP API: a request of up to 512 KB. */
  apiRequest: 1 / 1e6,
  /** S3 Standard: one GB for a month, a PUT or LIST, a GET or HEAD. */
  storedGigabyteMonth: 0.023,
  put: 0.005 / 1000,
  get: 0.0004 / 1000,
  /** CloudWatch: one GB of ingested logs, an alarm for a month, a custom metric for a month. */
  logGigabyte: 0.5,
  alarmMonth: 0.1,
  metricMonth: 0.3,
  /** A dashboard for a month, and the number of free ones per account. */
  dashboardMonth: 3,
  freeDashboards: 3,
  /** A recorded X-Ray trace. */
  trace: 5 / 1e6,
  /** EventBridge Scheduler: an invocation. */
  scheduledInvocation: 1 / 1e6,
  /** Step Functions: a state transition, an express execution, and its 64 MB for a tenth of a second. */
  transition: 0.025 / 1000,
  expressExecution: 1 / 1e6,
  expressTenth: (0.00001667 * 0.0625) / 10,
} as const;

/** Hours per month, as AWS counts them. */
export const hoursOfMonth = 730;

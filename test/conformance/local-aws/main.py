"""MiniStack, with two features of AWS that our stack needs and MiniStack lacks.

The condition keys `s3:if-none-match`, `s3:if-match` and `s3:ObjectCreationOperation`, with which a policy can require
conditional writes:
https://docs.aws.amazon.com/AmazonS3/latest/userguide/conditional-writes-enforce.html
The ResultWriter of a Distributed Map, in the format COMPACT with JSON:
https://docs.aws.amazon.com/step-functions/latest/dg/input-output-resultwriter.html
"""

import json
import sys

from ministack.core import iam_actions
from ministack.services import s3, stepfunctions

known_context = iam_actions.s3_service_context
run_map = stepfunctions._run_distributed_map


def context_of_writes(action, query, path="", headers=None):
    context = known_context(action, query, path, headers)
    if action == "s3:PutObject":
        conditions = ("if-none-match", "if-match")
        context.update({f"s3:{name}": headers[name] for name in conditions if (headers or {}).get(name)})
        # Without a query it is a whole object, not a part of one.
        context["s3:ObjectCreationOperation"] = "true"
    return context


def run_and_write(state, raw_input, effective, iterator, execution, context):
    result, following = run_map(state, raw_input, effective, iterator, execution, context)
    writer = state.get("ResultWriter")
    if not writer:
        return result, following
    if writer["WriterConfig"] != {"Transformation": "COMPACT", "OutputType": "JSON"}:
        raise ValueError(f"only COMPACT and JSON are written here, not {writer['WriterConfig']}")
    runs = stepfunctions._map_runs.values()
    arn = next(run["mapRunArn"] for run in runs if run["executionArn"] == execution["executionArn"])
    children = [child for child in stepfunctions._executions.values() if child.get("mapRunArn") == arn]
    ended = [json.loads(child["output"]) for child in children if child["status"] == "SUCCEEDED"]
    failed = [whole(child) for child in children if child["status"] != "SUCCEEDED"]
    bucket, prefix = writer["Parameters"]["Bucket"], writer["Parameters"]["Prefix"]
    folder = f"{prefix}/{arn.rsplit(':', 1)[1]}"

    def write(name, value):
        body = json.dumps(value).encode()
        status = s3._put_object(bucket, f"{folder}/{name}", body, {})[0]
        if status != 200:
            raise stepfunctions._ExecutionError("States.ResultWriterFailed", f"{folder}/{name}: {status}")
        return {"Key": f"{folder}/{name}", "Size": len(body)}

    files = {
        "FAILED": [write("FAILED_0.json", failed)] if failed else [],
        "PENDING": [],
        "SUCCEEDED": [write("SUCCEEDED_0.json", ended)] if ended else [],
    }
    write("manifest.json", {"DestinationBucket": bucket, "MapRunArn": arn, "ResultFiles": files})
    return {
        "MapRunArn": arn,
        "ResultWriterDetails": {"Bucket": bucket, "Key": f"{folder}/manifest.json"},
    }, following


def whole(child):
    """Writes a failed child in full, whatever the transformation."""
    names = {"executionArn": "ExecutionArn", "input": "Input", "name": "Name", "status": "Status"}
    outcome = {"error": "Error", "cause": "Cause", "startDate": "StartDate", "stopDate": "StopDate"}
    return {name: child.get(key) for key, name in {**names, **outcome}.items()}


iam_actions.s3_service_context = context_of_writes
stepfunctions._run_distributed_map = run_and_write

from ministack.app import main  # noqa: E402

sys.exit(main())

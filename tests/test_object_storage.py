"""Tables and product detail may lie in object storage, which the cluster opens with a key of its own."""

import json

import pytest

import queries
from benchmarks import cimt, cimt_rows, engines
from data import TABLES
from tests.cluster import NO_HADOOP

REGION = "us-east-1"
TABLE = "asylum_decisions"
MAY_READ = {"Effect": "Allow", "Action": ["s3:GetObject", "s3:ListBucket"], "Resource": "arn:aws:s3:::bucket*"}


def rows(answers):
    return {name: found for name, (_, found) in answers.items()}


@pytest.fixture(scope="module")
def detail(tmp_path_factory):
    """A little product detail, laid out as a refresh does, and what DuckDB answers from it."""
    folder = tmp_path_factory.mktemp("detail")
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(cimt, "REPEATS", 1)
        cimt_rows.layout(cimt_rows.unsorted(3000, folder), folder / "lines")
        known = rows(cimt.ask("lines", {"lines": folder / "lines" / cimt.PARTITIONS}, False))
    assert all(known.values())
    return folder / "lines", known


@pytest.fixture(scope="module")
def storage():
    """A moto server, for as long as these tests run, and what its owner opens it with."""
    from moto.server import ThreadedMotoServer

    server = ThreadedMotoServer("127.0.0.1", 0, verbose=False)
    server.start()
    address = "http://{}:{}".format(*server.get_host_and_port())
    yield {"endpoint_url": address, "region_name": REGION, "aws_access_key_id": "a", "aws_secret_access_key": "b"}
    server.stop()


@pytest.fixture(scope="module")
def reader(storage, detail):
    """A bucket of it with a table and the detail, which from now on answers only what its reader signs: that one's key."""
    import boto3

    owner, people = boto3.client("s3", **storage), boto3.client("iam", **storage)
    owner.create_bucket(Bucket="bucket")
    owner.upload_file(TABLES / f"{TABLE}.parquet", "bucket", f"tables/shipped/{TABLE}.parquet")
    for path in detail[0].rglob("*.parquet"):
        owner.upload_file(path, "bucket", f"lines/{path.relative_to(detail[0]).as_posix()}")
    people.create_user(UserName="reader")
    policy = json.dumps({"Version": "2012-10-17", "Statement": [MAY_READ]})
    people.put_user_policy(UserName="reader", PolicyName="reads", PolicyDocument=policy)
    key = people.create_access_key(UserName="reader")["AccessKey"]
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr("moto.settings.INITIAL_NO_AUTH_ACTION_COUNT", 0)
        yield storage | {"aws_access_key_id": key["AccessKeyId"], "aws_secret_access_key": key["SecretAccessKey"]}


@pytest.fixture(scope="module")
def cluster_with_key(sail, reader):
    """The cluster, told how to open the bucket."""
    told = {
        "AWS_ENDPOINT": reader["endpoint_url"],
        "AWS_REGION": REGION,
        "AWS_ALLOW_HTTP": "true",
        "AWS_ACCESS_KEY_ID": reader["aws_access_key_id"],
        "AWS_SECRET_ACCESS_KEY": reader["aws_secret_access_key"],
    }
    with pytest.MonkeyPatch.context() as patched:
        for name, value in told.items():
            patched.setenv(name, value)
        yield sail


def test_the_storage_answers_nobody_but_its_reader_and_takes_nothing(reader):
    import boto3
    from botocore.exceptions import ClientError

    with pytest.raises(ClientError, match="SignatureDoesNotMatch"):
        boto3.client("s3", **reader | {"aws_secret_access_key": "guessed"}).list_objects_v2(Bucket="bucket")
    with pytest.raises(ClientError, match="AccessDenied"):
        boto3.client("s3", **reader).put_object(Bucket="bucket", Key="tables/shipped/new.parquet", Body=b"")


def test_product_detail_in_a_folder_answers_the_same(sail, detail):
    folder, known = detail
    assert rows(engines.ask_cluster(sail, folder.as_uri())) == known


@NO_HADOOP
def test_product_detail_in_object_storage_answers_the_same(cluster_with_key, detail):
    assert rows(engines.ask_cluster(cluster_with_key, "s3://bucket/lines")) == detail[1]


@NO_HADOOP
def test_tables_can_lie_in_object_storage(cluster_with_key, having):
    having(engine=cluster_with_key, engine_tables="s3://bucket/tables")
    assert len(queries.ask(TABLE, **{"from": 2019, "to": 2025}).frame) == 7

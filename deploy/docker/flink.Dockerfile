# Flink with what the job needs of it: native libraries in lib/, and the tuned settings.
# Built from the repository's root, after `mvn -DskipTests package`:
#   docker build -f deploy/docker/flink.Dockerfile -t sightings-flink .
FROM flink:2.2.1-java17

# Native code is loaded once per process, not once per submission.
COPY --chown=flink:flink job/target/lib/*.jar /opt/flink/lib/
COPY --chown=flink:flink job/target/sightings-job.jar /opt/flink/usrlib/sightings-job.jar
COPY --chown=flink:flink conf/flink/config.yaml /opt/flink/conf/config.yaml
COPY --chown=flink:flink deploy/docker/zoo.cfg /opt/flink/conf/zoo.cfg
COPY --chown=flink:flink conf/job.yaml /etc/sightings/job.yaml
COPY --chmod=755 deploy/docker/submit-job /usr/local/bin/submit-job

# Flink's own reporter lies in plugins/metrics-prometheus of the official image. For checkpoints in an object store:
#   ENABLE_BUILT_IN_PLUGINS=flink-s3-fs-presto-2.2.1.jar or flink-azure-fs-hadoop-2.2.1.jar
RUN ls /opt/flink/plugins/metrics-prometheus/flink-metrics-prometheus-*.jar \
  && mkdir -p /var/lib/flink/checkpoints /var/lib/flink/savepoints /var/lib/flink/ha /var/lib/sightings/files /var/lib/zookeeper /models \
  && chown -R flink:flink /var/lib/flink /var/lib/sightings /var/lib/zookeeper

ENV SIGHTINGS_MODELS=/models

# Flink with what the job needs of it: native libraries in lib/, and the tuned settings.
# Built from the repository's root, after `mvn -DskipTests package`:
#   docker build -f deploy/docker/flink.Dockerfile -t sightings-flink .
# For checkpoints in an object store, with Flink's file system for it, s3-fs-presto or azure-fs-hadoop:
#   docker build -f deploy/docker/flink.Dockerfile --build-arg FILE_SYSTEM=s3-fs-presto -t sightings-flink .
FROM flink:2.2.1-java17
ARG FILE_SYSTEM=""

COPY LICENSE NOTICE THIRD-PARTY.md licenses/*.txt /licenses/
# Native code is loaded once per process, not once per submission. The guard of the REST port is among these jars.
COPY --chown=flink:flink job/target/lib/*.jar /opt/flink/lib/
COPY --chown=flink:flink job/target/sightings-job.jar /opt/flink/usrlib/sightings-job.jar
COPY --chown=flink:flink conf/flink/config.yaml /opt/flink/conf/config.yaml
COPY --chown=flink:flink deploy/docker/zoo.cfg /opt/flink/conf/zoo.cfg
COPY --chown=flink:flink conf/job.yaml /etc/sightings/job.yaml
COPY --chmod=755 deploy/docker/submit-job /usr/local/bin/submit-job

# Flink's own reporter lies in plugins/metrics-prometheus of the official image.
RUN ls /opt/flink/plugins/metrics-prometheus/flink-metrics-prometheus-*.jar \
  && if [ -n "$FILE_SYSTEM" ]; then \
    mkdir "/opt/flink/plugins/$FILE_SYSTEM" && cp /opt/flink/opt/flink-"$FILE_SYSTEM"-*.jar "/opt/flink/plugins/$FILE_SYSTEM/"; fi \
  && mkdir -p /var/lib/flink/checkpoints /var/lib/flink/savepoints /var/lib/flink/ha /var/lib/sightings/files /var/lib/zookeeper /models \
  && chown -R flink:flink /var/lib/flink /var/lib/sightings /var/lib/zookeeper

# The entrypoint of Flink's image would start as root and change to this user, which needs capabilities.
USER 9999:9999
ENV SIGHTINGS_MODELS=/models

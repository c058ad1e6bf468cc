# The command line, and with it the ingestor.
# Built from the repository's root, after `mvn -DskipTests package`:
#   docker build -f deploy/docker/sightings.Dockerfile -t sightings .
FROM eclipse-temurin:17-jre

COPY LICENSE NOTICE THIRD-PARTY.md licenses/*.txt /licenses/
COPY cli/target/lib /opt/sightings/lib
COPY cli/target/classes /opt/sightings/classes
COPY conf /etc/sightings
COPY --chmod=755 deploy/docker/sightings deploy/docker/answers /usr/local/bin/

RUN groupadd --gid 10001 sightings \
  && useradd --uid 10001 --gid sightings --no-create-home --home-dir /var/lib/sightings sightings \
  && mkdir -p /var/lib/sightings/state /var/lib/sightings/scene /models \
  && chown -R sightings:sightings /var/lib/sightings

# A number, since Kubernetes cannot know whether a name is root's.
USER 10001:10001
WORKDIR /var/lib/sightings
# The root file system may be read-only: logs and caches go into /tmp.
ENV SIGHTINGS_MODELS=/models XDG_STATE_HOME=/tmp/state XDG_CACHE_HOME=/tmp/cache
# Uploads; health and metrics.
EXPOSE 8090 8091
ENTRYPOINT ["sightings"]
CMD ["ingest", "--config", "/etc/sightings/ingestor.yaml", "--json-log"]

# The command line, and with it the ingestor.
# Built from the repository's root, after `mvn -DskipTests package`:
#   docker build -f deploy/docker/sightings.Dockerfile -t sightings .
FROM eclipse-temurin:17-jre

COPY cli/target/lib /opt/sightings/lib
COPY cli/target/classes /opt/sightings/classes
COPY conf /etc/sightings
COPY --chmod=755 deploy/docker/sightings deploy/docker/answers /usr/local/bin/

RUN groupadd --gid 10001 sightings \
  && useradd --uid 10001 --gid sightings --no-create-home --home-dir /var/lib/sightings sightings \
  && mkdir -p /var/lib/sightings/state /var/lib/sightings/scene /models \
  && chown -R sightings:sightings /var/lib/sightings

USER sightings
WORKDIR /var/lib/sightings
ENV SIGHTINGS_MODELS=/models
EXPOSE 8090
ENTRYPOINT ["sightings"]
CMD ["ingest", "--config", "/etc/sightings/ingestor.yaml", "--json-log"]

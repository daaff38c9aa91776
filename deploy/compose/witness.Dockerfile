# The witness, for the auditor's own office; built from the jar that ./mvnw -DskipTests package has made:
#   docker build -f deploy/compose/witness.Dockerfile -t dandang/witness .
#   docker run -v witness:/data -p 8190:8190 dandang/witness --name witness.audit.example/weihai --log <key of a ledger>
FROM eclipse-temurin:25-jre
RUN useradd --system --uid 10002 --home /data --create-home witness
USER 10002
VOLUME /data
COPY event-ledger/target/event-ledger-*-witness.jar /app/witness.jar
EXPOSE 8190
ENTRYPOINT ["java", "-XX:+UseSerialGC", "-Xmx64m", "-jar", "/app/witness.jar", "--data", "/data", "--listen", "0.0.0.0:8190"]

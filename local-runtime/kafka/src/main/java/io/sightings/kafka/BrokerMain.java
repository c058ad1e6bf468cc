package io.sightings.kafka;

import kafka.Kafka;
import kafka.tools.StorageTool;

/** Formats the storage where it is new, then becomes the broker. */
public final class BrokerMain {

  private BrokerMain() {}

  /**
   * @param args the properties file, and the id of the cluster
   */
  public static void main(String[] args) {
    String properties = args[0];
    String clusterId = args[1];
    String[] format = {"format", "--ignore-formatted", "-t", clusterId, "-c", properties};
    int failed = StorageTool.execute(format, System.out);
    if (failed != 0) {
      System.exit(failed);
    }
    Kafka.main(new String[] {properties});
  }
}

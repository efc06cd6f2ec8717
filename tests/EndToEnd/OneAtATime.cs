// Each test here runs hosts, servers and clients of its own; side by side they would only measure each other.
[assembly: CollectionBehavior(DisableTestParallelization = true)]

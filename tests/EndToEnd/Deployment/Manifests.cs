using k8s;
using k8s.Models;
using YamlDotNet.RepresentationModel;

namespace NovaCorrente.EndToEnd.Deployment;

/// <summary>The Kubernetes manifests, read strictly: a field that the API does not have is an error.</summary>
internal sealed class Manifests
{
    private static readonly Dictionary<string, Type> _kinds = new(StringComparer.Ordinal)
    {
        ["v1/Namespace"] = typeof(V1Namespace),
        ["v1/Service"] = typeof(V1Service),
        ["v1/PersistentVolumeClaim"] = typeof(V1PersistentVolumeClaim),
        ["apps/v1/Deployment"] = typeof(V1Deployment),
        ["autoscaling/v2/HorizontalPodAutoscaler"] = typeof(V2HorizontalPodAutoscaler),
        ["policy/v1/PodDisruptionBudget"] = typeof(V1PodDisruptionBudget),
        ["networking.k8s.io/v1/Ingress"] = typeof(V1Ingress),
        ["networking.k8s.io/v1/NetworkPolicy"] = typeof(V1NetworkPolicy),
    };

    private readonly YamlMappingNode _kustomization = RepositoryFiles.Yaml("deploy", "kubernetes", "kustomization.yaml");

    public Manifests() => Objects = [.. Resources.SelectMany(file => KubernetesYaml.LoadAllFromString(RepositoryFiles.Read("deploy", "kubernetes", file), _kinds, strict: true))];

    /// <summary>The files that kustomize reads.</summary>
    public IEnumerable<string> Resources => List(_kustomization, "resources").Select(Text);

    public IReadOnlyList<object> Objects { get; }

    public string ConfigMap => Text(List(_kustomization, "configMapGenerator").Single()["name"]);

    public string Secret => Text(List(_kustomization, "secretGenerator").Single()["name"]);

    /// <summary>The keys of the secret, and the file in <c>secrets/</c> that each comes from.</summary>
    public IReadOnlyDictionary<string, string> SecretFiles => List((YamlMappingNode)List(_kustomization, "secretGenerator").Single(), "files")
        .Select(file => Text(file).Split('=')).ToDictionary(parts => parts[0], parts => parts[1], StringComparer.Ordinal);

    public IReadOnlyDictionary<string, string> Settings => RepositoryFiles.Read("deploy", "kubernetes", "settings.env")
        .Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line.Split('=', 2)).ToDictionary(parts => parts[0], parts => parts[1], StringComparer.Ordinal);

    public IEnumerable<string> Images => List(_kustomization, "images").Select(image => Text(image["name"]));

    public IEnumerable<V1Deployment> Deployments => Objects.OfType<V1Deployment>();

    public V1Deployment Deployment(string name) => Deployments.Single(it => it.Metadata.Name == name);

    private static YamlSequenceNode List(YamlMappingNode node, string key) => (YamlSequenceNode)node[key];

    private static string Text(YamlNode node) => ((YamlScalarNode)node).Value!;
}

using System.Globalization;
using k8s;
using k8s.Models;

namespace NovaCorrente.EndToEnd.Deployment;

/// <summary>The manifests fit the Kubernetes API, each other and the host.</summary>
public sealed class KubernetesTests
{
    private readonly Manifests _manifests = new();

    [Fact]
    public void Every_manifest_is_listed_and_has_its_kind()
    {
        var folder = RepositoryFiles.PathOf("deploy", "kubernetes");
        var files = Directory.GetFiles(folder, "*.yaml", SearchOption.AllDirectories).Select(file => Path.GetRelativePath(folder, file)).Where(file => file is not "kustomization.yaml");

        Assert.Equal(files.Order(StringComparer.Ordinal), _manifests.Resources.Order(StringComparer.Ordinal));
        Assert.All(_manifests.Objects, it => Assert.IsAssignableFrom<IKubernetesObject<V1ObjectMeta>>(it));
    }

    [Fact]
    public void A_field_that_does_not_exist_is_an_error() =>
        Assert.ThrowsAny<Exception>(() => KubernetesYaml.Deserialize<V1Service>("apiVersion: v1\nkind: Service\nspec: { selectr: { a: b } }", strict: true));

    [Fact]
    public void Selectors_find_the_pods_of_one_deployment()
    {
        var selectors = _manifests.Objects.OfType<V1Service>().Select(it => (it.Metadata.Name, Labels: it.Spec.Selector))
            .Concat(_manifests.Deployments.Select(it => (it.Metadata.Name, Labels: it.Spec.Selector.MatchLabels)))
            .Concat(_manifests.Objects.OfType<V1PodDisruptionBudget>().Select(it => (it.Metadata.Name, Labels: it.Spec.Selector.MatchLabels)))
            .Concat(_manifests.Objects.OfType<V1NetworkPolicy>().Where(it => it.Spec.PodSelector.MatchLabels is not null).Select(it => (it.Metadata.Name, Labels: it.Spec.PodSelector.MatchLabels)))
            .ToList();

        Assert.Equal(8, selectors.Count);
        Assert.All(selectors, selector => Assert.Equal(
            selector.Name,
            Assert.Single(_manifests.Deployments, pods => selector.Labels.All(label => pods.Spec.Template.Metadata.Labels[label.Key] == label.Value)).Metadata.Name));
    }

    [Theory]
    [InlineData("backend", 8000)]
    [InlineData("frontend", 8080)]
    public void Services_probes_and_policies_name_the_port_that_is_listened_on(string name, int port)
    {
        var container = Container(name);
        var probes = new[] { container.LivenessProbe, container.ReadinessProbe, container.StartupProbe }.OfType<V1Probe>();
        var policy = _manifests.Objects.OfType<V1NetworkPolicy>().Single(it => it.Metadata.Name == name);

        Assert.Equal(("http", port), (container.Ports.Single().Name, container.Ports.Single().ContainerPort));
        Assert.Equal("http", _manifests.Objects.OfType<V1Service>().Single(it => it.Metadata.Name == name).Spec.Ports.Single().TargetPort.Value);
        Assert.All(probes, probe => Assert.Equal("http", probe.HttpGet.Port.Value));
        Assert.Equal(port.ToString(CultureInfo.InvariantCulture), policy.Spec.Ingress.Single().Ports.Single().Port.Value);
    }

    [Fact]
    public void Probes_ask_what_they_are_for()
    {
        var backend = Container("backend");

        Assert.Equal("/health/live", backend.LivenessProbe.HttpGet.Path);
        Assert.Equal("/health/live", backend.StartupProbe.HttpGet.Path);
        Assert.Equal("/health/ready", backend.ReadinessProbe.HttpGet.Path);
        Assert.Equal(_manifests.Settings["API_PORT"], backend.Ports.Single().ContainerPort.ToString(CultureInfo.InvariantCulture));
    }

    [Theory]
    [InlineData("backend")]
    [InlineData("frontend")]
    public void Pods_have_no_rights_to_spare(string name)
    {
        var (pod, container) = (_manifests.Deployment(name).Spec.Template.Spec, Container(name));

        Assert.True(pod.SecurityContext.RunAsNonRoot);
        Assert.NotEqual(0, pod.SecurityContext.RunAsUser);
        Assert.Equal("RuntimeDefault", pod.SecurityContext.SeccompProfile.Type);
        Assert.False(pod.AutomountServiceAccountToken);
        Assert.True(container.SecurityContext.ReadOnlyRootFilesystem);
        Assert.False(container.SecurityContext.AllowPrivilegeEscalation);
        Assert.Equal(["ALL"], container.SecurityContext.Capabilities.Drop);
        Assert.True(container.Resources.Requests.ContainsKey("cpu") && container.Resources.Requests.ContainsKey("memory") && container.Resources.Limits.ContainsKey("memory"));
        Assert.Contains(container.Image, _manifests.Images);
    }

    [Fact]
    public void What_is_referred_to_exists()
    {
        foreach (var pod in _manifests.Deployments.Select(it => it.Spec.Template.Spec))
        {
            var volumes = pod.Volumes.Select(it => it.Name).ToList();
            var container = pod.Containers.Single();
            Assert.Equal(volumes.Order(StringComparer.Ordinal), container.VolumeMounts.Select(it => it.Name).Order(StringComparer.Ordinal));
            Assert.All(container.EnvFrom ?? [], it => Assert.Equal(_manifests.ConfigMap, it.ConfigMapRef.Name));
            Assert.All(pod.Volumes.Select(it => it.Secret).OfType<V1SecretVolumeSource>(), it => Assert.Equal(_manifests.Secret, it.SecretName));
            Assert.All(
                pod.Volumes.Select(it => it.PersistentVolumeClaim).OfType<V1PersistentVolumeClaimVolumeSource>(),
                it => Assert.Contains(_manifests.Objects.OfType<V1PersistentVolumeClaim>(), claim => claim.Metadata.Name == it.ClaimName));
        }

        var scaled = _manifests.Objects.OfType<V2HorizontalPodAutoscaler>().Single();
        Assert.Equal(_manifests.Deployment(scaled.Spec.ScaleTargetRef.Name).Spec.Replicas, scaled.Spec.MinReplicas);
    }

    [Fact]
    public void The_ingress_leads_to_services_over_TLS()
    {
        var ingress = _manifests.Objects.OfType<V1Ingress>().Single();
        var rule = ingress.Spec.Rules.Single();

        Assert.Equal([rule.Host], ingress.Spec.Tls.Single().Hosts);
        Assert.Equal(["/graphql", "/auth", "/"], rule.Http.Paths.Select(it => it.Path));
        Assert.All(rule.Http.Paths, path => Assert.Contains(
            _manifests.Objects.OfType<V1Service>(),
            service => service.Metadata.Name == path.Backend.Service.Name && service.Spec.Ports.Any(port => port.Name == path.Backend.Service.Port.Name)));
    }

    [Fact]
    public void The_host_knows_every_setting()
    {
        Assert.Empty(HostSettings.Unknown(_manifests.Settings.Keys.Concat(_manifests.SecretFiles.Keys)));
        Assert.Equal("/run/secrets", Container("backend").VolumeMounts.Single(it => it.Name == "secrets").MountPath);
        var script = RepositoryFiles.Read("deploy", "make-secrets.sh");
        Assert.All(_manifests.SecretFiles.Values, file => Assert.Contains(file["secrets/".Length..], script, StringComparison.Ordinal));
    }

    [Fact]
    public void A_rolling_restart_loses_no_replica_before_another_is_ready_and_gives_each_its_time_to_end()
    {
        var deployment = _manifests.Deployment("backend").Spec;
        var host = TimeSpan.Parse(_manifests.Settings["Server__DrainDelay"], CultureInfo.InvariantCulture) + TimeSpan.Parse(_manifests.Settings["Server__ShutdownTimeout"], CultureInfo.InvariantCulture);
        var preStop = TimeSpan.FromSeconds(Container("backend").Lifecycle.PreStop.Sleep.Seconds);

        Assert.True(TimeSpan.FromSeconds(deployment.Template.Spec.TerminationGracePeriodSeconds!.Value) > preStop + host);
        Assert.Equal("0", deployment.Strategy.RollingUpdate.MaxUnavailable.Value);
        Assert.True(deployment.Replicas >= 3);
    }

    private V1Container Container(string name) => _manifests.Deployment(name).Spec.Template.Spec.Containers.Single();
}

<h1>{{#_}}Help and contact{{/_}}</h1>
<div class="v-text v-flow v-gap-4">
{{#CONTACT}}<p>{{#_}}Questions about calls, applications and this service are answered by{{/_}} {{OFFICE}}, {{ROLE}}.</p>
{{#WEB}}<p><a href="{{ADDRESS}}">{{#_}}Contact details are on the city’s page on the agreement{{/_}}</a></p>{{/WEB}}{{/CONTACT}}
<h2>{{#_}}If something does not work{{/_}}</h2>
<p>{{#_}}Try again first. If a page shows a number of an incident, give it with your question: the fault is found by it.{{/_}}</p>
<p>{{#_}}If the service cannot be reached when a call closes, write to the coordinator at once. The time of your try counts.{{/_}}</p>
<h2>{{#_}}How an application is made{{/_}}</h2>
<ul><li><a href="{{HOME}}/calls">{{#_}}Read the call and who may apply{{/_}}</a></li><li>{{#_}}Sign in and start an application. It is saved as a draft, and you may continue later.{{/_}}</li><li>{{#_}}Check the answers and send. You get a receipt at once, with the time of arrival.{{/_}}</li></ul>
</div>
